import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/entered-space-gains-nothing',
  code: 'ESC-13',
  title: "Nobody gets further permissions by a remote session in another's space",
  severity: 'high',
  why: "A remote session in a Studio space works with all that the space's role can. Where remote access is off, the principal is asked about switching it on. A shared space works by the role that the domain has for its spaces. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.",
  fix: 'Bind sagemaker:StartSession to the own spaces with the condition key sagemaker:OwnerUserProfileArn; keep remote access off where nobody needs it.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-13'),
});
