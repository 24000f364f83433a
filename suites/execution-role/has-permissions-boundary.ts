import {
  fail,
  judge,
  judgeExecutionRole,
  notCollected,
  pass,
  rule,
  unknown,
} from '../../src/rule/index.ts';

export default rule({
  id: 'execution-role/has-permissions-boundary',
  code: 'EXR-08',
  title: 'Execution roles have an approved permissions boundary',
  severity: 'medium',
  why: 'Platform teams let others write policies for execution roles; a boundary caps what such a policy can grant, whatever it says.',
  fix: 'Set the boundary with PutRolePermissionsBoundary to a policy from inputs.permissionsBoundaries, and demand it of iam:CreateRole with the condition key iam:PermissionsBoundary.',
  on: 'iam.role',
  needs: ['trustPolicy', 'permissionsBoundary'],
  check: ({ id, trustPolicy, permissionsBoundary }, account) =>
    judge({ trustPolicy, permissionsBoundary }, (values) =>
      judgeExecutionRole({ id, trustPolicy: values.trustPolicy }, () => {
        const approved = account.inputs.permissionsBoundaries;
        const got = values.permissionsBoundary;
        const field = 'permissionsBoundary';
        if (got === null) {
          const expected = 'an approved permissions boundary';
          return fail({ finding: 'no-boundary', expected, got: 'no boundary', field });
        }
        if (approved === null) {
          return unknown({
            what: 'inputs.permissionsBoundaries',
            why: notCollected('no policies are declared as boundaries'),
            mend: 'declare inputs.permissionsBoundaries in leastwise.yaml',
          });
        }
        if (approved.includes(got)) return pass();
        const expected =
          approved.length === 0 ? 'none is approved' : `one of ${approved.join(', ')}`;
        return fail({ finding: 'unapproved-boundary', expected, got, field });
      }),
    ),
});
