import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/attached-studio-script-gains-nothing',
  code: 'ESC-09',
  title: 'Nobody gets further permissions by a script for Studio',
  severity: 'critical',
  why: 'A lifecycle configuration that is the default of a domain, a profile or a space runs in every app that others start there, with their role. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Keep sagemaker:CreateStudioLifecycleConfig, UpdateDomain, UpdateUserProfile and UpdateSpace for those who run the platform.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-09'),
});
