import {
  failOnAny,
  judge,
  judgeExecutionRole,
  rule,
  sageMaker,
  sourceBinding,
  statementName,
  statementRef,
  trustStatements,
} from '../../src/rule/index.ts';

export default rule({
  id: 'execution-role/trust-is-bound-to-account',
  code: 'EXR-02',
  title: 'SageMaker may assume an execution role for this account alone',
  severity: 'medium',
  why: 'Without a condition on the source, SageMaker acting for another account can be talked into using the role (confused deputy).',
  fix: 'Add to the trust statement Condition {"StringEquals": {"aws:SourceAccount": "<this account>"}} or ArnLike aws:SourceArn with this account in it; no IfExists, no wildcard in the account.',
  on: 'iam.role',
  needs: ['trustPolicy'],
  check: (role) =>
    judge({ trustPolicy: role.trustPolicy }, ({ trustPolicy }) =>
      judgeExecutionRole({ id: role.id, trustPolicy }, ({ name, policy }) =>
        failOnAny(
          trustStatements(policy, sageMaker).flatMap((statement) => {
            const binding = sourceBinding(statement, role.account);
            if (binding.bound) return [];
            const evidence = {
              finding: `unbound:${statementName(statement)}`,
              expected: `aws:SourceAccount or aws:SourceArn of account ${role.account}`,
              got: binding.got,
              field: 'trustPolicy',
              statement: statementRef(name, statement),
            };
            return [evidence];
          }),
        ),
      ),
    ),
});
