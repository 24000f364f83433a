import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/opened-studio-gains-nothing',
  code: 'ESC-08',
  title: 'Nobody gets further permissions by opening Studio as somebody else',
  severity: 'high',
  why: "Whoever may make a URL for another's user profile works in Studio with all that the profile's role can, and with its files. Only domains whose users come by IAM give such URLs. The profile that is called like an IAM user is taken for their own. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.",
  fix: 'Bind sagemaker:CreatePresignedDomainUrl to the own profile (Resource with ${aws:username} or a tag), or let users come by IAM Identity Center.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-08'),
});
