import {
  conditionFaults,
  failOnAny,
  grantingPolicies,
  judge,
  judgeStarter,
  rule,
  statementName,
  statementRef,
  unlessDoubted,
  type ConditionFault,
  type Evidence,
  type ReadPolicy,
} from '../../src/rule/index.ts';

export default rule({
  id: 'execution-role/conditions-are-effective',
  code: 'EXR-16',
  title: 'The conditions under which ML compute may be started have an effect',
  severity: 'high',
  why: 'ForAllValues and IfExists hold for a request that leaves the subnets, the key or the isolation out, and a key that the action does not carry guards nothing: the policy reads like a guard rail and is none.',
  fix: 'Write the plain operator, or put "Null": {"<key>": "false"} beside ForAllValues and IfExists; move actions that do not carry the key to a statement of their own; replace the KmsKey keys by those that end in KmsKeyArn.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: ['inlinePolicies', 'attachedPolicies', 'permissionsBoundary'],
  uses: ['iam.policy', 'iam.group'],
  check: ({ id, inlinePolicies, attachedPolicies, permissionsBoundary }, account) =>
    judge({ permissionsBoundary }, ({ permissionsBoundary: boundary }) =>
      judgeStarter(account, { id, inlinePolicies, attachedPolicies }, ({ policies }) => {
        const attached = boundary === null ? [] : [{ name: 'boundary', arn: boundary }];
        const above = grantingPolicies(account, [], attached);
        const evidence = [...policies, ...above.policies].flatMap(faultsIn);
        return unlessDoubted(failOnAny(evidence), above.missing);
      }),
    ),
});

function faultsIn({ name, policy }: ReadPolicy): readonly Evidence[] {
  return policy.statements.flatMap((statement) =>
    conditionFaults(statement).map((found) => ({
      finding: `${found.fault}:${found.condition.key}:${name}:${statementName(statement)}`,
      ...texts(found),
      statement: statementRef(name, statement),
    })),
  );
}

function texts({
  fault,
  condition: { operator, key },
  actions,
}: ConditionFault): Pick<Evidence, 'expected' | 'got'> {
  switch (fault) {
    case 'deprecated':
      return { expected: 'a key that requests carry', got: `${key} is deprecated` };
    case 'unsupported':
      return {
        expected: 'actions that carry the key',
        got: `requests for ${actions.join(', ')} never carry ${key}`,
      };
    case 'for-all-values':
    case 'if-exists':
      return {
        expected: `a condition that demands ${key}`,
        got: `${operator} also holds for a request without ${key}`,
      };
  }
}
