import {
  fail,
  judge,
  judgeExecutionRole,
  judgeBoundary,
  notCollected,
  rule,
  unknown,
} from '../../src/rule/index.ts';

export default rule({
  id: 'execution-role/has-permissions-boundary',
  code: 'EXR-08',
  title: 'Execution roles have an approved permissions boundary',
  severity: 'medium',
  why: 'Platform teams let others write policies for execution roles; a boundary caps what such a policy can grant, whatever it says. The access engine is asked whether the cap holds: a role with every permission must not be able to take the boundary off or to rewrite it.',
  fix: 'Set the boundary with PutRolePermissionsBoundary to a policy from inputs.permissionsBoundaries, and demand it of iam:CreateRole with the condition key iam:PermissionsBoundary; leave iam:DeleteRolePermissionsBoundary, iam:PutRolePermissionsBoundary, iam:CreatePolicyVersion and iam:SetDefaultPolicyVersion out of the boundary, or deny them there.',
  on: 'iam.role',
  needs: ['trustPolicy', 'permissionsBoundary'],
  uses: ['iam.policy'],
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
        if (approved.includes(got)) return judgeBoundary(account, id, got);
        const expected =
          approved.length === 0 ? 'none is approved' : `one of ${approved.join(', ')}`;
        return fail({ finding: 'unapproved-boundary', expected, got, field });
      }),
    ),
});
