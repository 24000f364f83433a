import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/processing-job-gains-nothing',
  code: 'ESC-03',
  title: 'Nobody gets further permissions by a processing job',
  severity: 'critical',
  why: 'A processing job runs the image and the script of whoever starts it, with all that the role can which it is passed. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Name in the Resource of iam:PassRole the roles that the principal may hand on, no broader than itself; or start jobs by a pipeline alone.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-03'),
});
