import {
  failOnAny,
  grantingPolicies,
  invertedAllows,
  judge,
  judgeExecutionRole,
  rule,
  statementName,
  statementRef,
  unlessDoubted,
} from '../../src/rule/index.ts';

export default rule({
  id: 'execution-role/has-no-inverted-allow',
  code: 'EXR-07',
  title: 'Execution roles have no Allow with NotAction or NotResource',
  severity: 'medium',
  why: 'Such a statement grants all that its list leaves out, so every service and bucket that AWS or you add later is granted too.',
  fix: 'Write the statement with Action and Resource and name what the job needs; keep NotAction and NotResource for Deny.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy'],
  check: ({ id, trustPolicy, inlinePolicies, attachedPolicies }, account) =>
    judge({ trustPolicy, inlinePolicies, attachedPolicies }, (values) =>
      judgeExecutionRole({ id, trustPolicy: values.trustPolicy }, () => {
        const { policies, missing } = grantingPolicies(
          account,
          values.inlinePolicies ?? [],
          values.attachedPolicies ?? [],
        );
        const evidence = policies.flatMap(({ name, policy }) =>
          invertedAllows(policy).map(({ statement, element }) => ({
            finding: `${element}:${name}:${statementName(statement)}`,
            expected: `no Allow with ${element}`,
            got: `${element} in an Allow`,
            statement: statementRef(name, statement),
          })),
        );
        return unlessDoubted(failOnAny(evidence), missing);
      }),
    ),
});
