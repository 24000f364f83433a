import {
  failOnAny,
  isFullAccessPolicy,
  judge,
  judgeExecutionRole,
  rule,
} from '../../src/rule/index.ts';

export default rule({
  id: 'execution-role/has-no-full-access-policy',
  code: 'EXR-04',
  title: 'Execution roles have no FullAccess policy of AWS attached',
  severity: 'high',
  why: 'AmazonSageMakerFullAccess and its like let a job pass roles, change endpoints and read every bucket with sagemaker in its name; AWS widens them as services grow.',
  fix: 'Detach the policy with DetachRolePolicy and attach a customer-managed policy with the actions and the buckets, repositories and keys that the job needs.',
  on: 'iam.role',
  needs: ['trustPolicy', 'attachedPolicies'],
  check: (role) =>
    judge(
      { trustPolicy: role.trustPolicy, attachedPolicies: role.attachedPolicies },
      ({ trustPolicy, attachedPolicies }) =>
        judgeExecutionRole({ id: role.id, trustPolicy }, () =>
          failOnAny(
            (attachedPolicies ?? [])
              .filter(({ arn }) => isFullAccessPolicy(arn))
              .map(({ arn }) => ({
                finding: `attached:${arn}`,
                expected: 'no AWS managed policy that grants a service in full',
                got: arn,
                field: 'attachedPolicies',
              })),
          ),
        ),
    ),
});
