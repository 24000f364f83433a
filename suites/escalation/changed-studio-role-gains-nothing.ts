import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/changed-studio-role-gains-nothing',
  code: 'ESC-10',
  title: 'Nobody gets further permissions by giving a Studio profile another role',
  severity: 'critical',
  why: 'Whoever may make or change a profile or a domain, pass it a role and get in works in Studio with all that the role can. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Name in the Resource of iam:PassRole the roles that the principal may hand on; keep CreateDomain, UpdateDomain, CreateUserProfile and UpdateUserProfile for those who run the platform.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-10'),
});
