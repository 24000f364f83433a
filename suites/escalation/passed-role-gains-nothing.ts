import { judgeEscalation, principalFields, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'escalation/passed-role-gains-nothing',
  code: 'ESC-11',
  title: 'Nobody gets further permissions by passing a role to anything else in SageMaker',
  severity: 'critical',
  why: 'Tuning jobs, models, monitoring schedules, pipelines, clusters and validations run what the caller brings with all that the role can which is passed; AutoML, compilation, optimization, labelling and MLflow read and write in S3 by it where the caller says. The access engine is asked for each permission that this takes, and which of the roles can more than the principal itself: on buckets, keys, models and IAM, then by their policies as a whole. A declared administrator passes with a note.',
  fix: 'Name in the Resource of iam:PassRole the roles that the principal may hand on, no broader than itself; or take the SageMaker action that is named from it.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: principalFields,
  check: (principal, account) => judgeEscalation(account, principal, 'ESC-11'),
});
