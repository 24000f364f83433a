import {
  inEachGrant,
  judgeGrants,
  rule,
  serviceWildcards,
  statementName,
  statementRef,
  type Evidence,
  type Grant,
} from '../../src/rule/index.ts';

export default rule({
  id: 'execution-role/has-no-service-wildcard',
  code: 'EXR-05',
  title: 'Execution roles are granted no service in whole',
  severity: 'high',
  why: 'No job needs all that a service can do: s3:* also takes policies off a bucket, kms:* deletes keys, and every action that AWS adds is granted on the day it comes.',
  fix: 'Write the actions that the job calls in place of the wildcard (IAM Access Analyzer and CloudTrail tell which), and keep NotAction for Deny.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy'],
  check: (role, account) => judgeGrants(account, role, inEachGrant(wholeServices)),
});

function wholeServices({ policy, statement }: Grant): readonly Evidence[] {
  const name = `${policy}:${statementName(statement)}`;
  const shared = { expected: 'actions by their names', statement: statementRef(policy, statement) };
  if (statement.action.not) {
    const got = `every service but what is in NotAction: ${statement.action.values.join(', ')}`;
    return [{ finding: `not-action:${name}`, got, ...shared }];
  }
  return serviceWildcards(statement.action).map((action) => ({
    finding: `action:${action}:${name}`,
    got: `Allow ${action}`,
    ...shared,
  }));
}
