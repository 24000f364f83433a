import {
  failOnAny,
  isFixed,
  judgeStarter,
  matchesAction,
  mayMean,
  onOwnSide,
  pass,
  passesOnlyTo,
  patternParts,
  rule,
  sageMaker,
  statementName,
  statementRef,
  unlessDoubted,
  type Account,
  type Evidence,
  type ReadPolicy,
  type Statement,
} from '../../src/rule/index.ts';

const passRole = 'iam:PassRole';

export default rule({
  id: 'execution-role/pass-role-is-scoped',
  code: 'EXR-09',
  title: 'Whoever starts or runs ML compute may pass only named roles, and only to SageMaker',
  severity: 'critical',
  why: 'Who may pass a role to a job is as powerful as the role: a pattern such as role/ml/* takes in every role that somebody will make, and without iam:PassedToService the role goes to any service that runs code. What a boundary, a Deny or a service control policy stops for certain is no finding.',
  fix: 'Name in Resource the ARN of each role, without wildcards, and add Condition {"StringEquals": {"iam:PassedToService": "sagemaker.amazonaws.com"}} with no IfExists; declare further services in inputs.executionRoleServices.',
  on: 'iam.role',
  alsoOn: ['iam.user'],
  needs: ['inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy', 'iam.group'],
  check: ({ id, inlinePolicies, attachedPolicies }, account) =>
    judgeStarter(account, { id, inlinePolicies, attachedPolicies, orRuns: true }, (grants) => {
      const evidence = grants.policies.flatMap((policy) => unscoped(account, policy));
      if (evidence.length === 0) return pass();
      // Asked without a resource: whatever it is, none can be passed.
      const { is } = account.reach(id, { action: passRole, resource: '*' });
      if (is !== 'no') {
        const sure = onOwnSide(account, id, evidence);
        return unlessDoubted(failOnAny(sure.evidence), sure.missing);
      }
      const held = evidence.map(({ finding }) => finding).join(', ');
      return pass(`only another policy holds back ${held}; scope the statement, too`);
    }),
});

function unscoped(account: Account, { name, policy }: ReadPolicy): readonly Evidence[] {
  return policy.statements.flatMap((statement) => {
    const roles = passable(statement);
    if (roles.length === 0) return [];
    const where = `${name}:${statementName(statement)}`;
    const services = [sageMaker, ...account.inputs.executionRoleServices];
    const wide = roles
      .filter((role) => !isNamed(role, account.id))
      .map((role) => ({
        finding: `role:${role}:${where}`,
        expected: 'the ARNs of the roles that may be passed',
        got: `Allow ${passRole} on ${role}`,
      }));
    const unbound = {
      finding: `service:${where}`,
      expected: `iam:PassedToService under StringEquals, of ${services.join(', ')}`,
      got: serviceText(statement),
    };
    return [...wide, ...(passesOnlyTo(statement, services) ? [] : [unbound])].map((evidence) => ({
      ...evidence,
      statement: statementRef(name, statement),
    }));
  });
}

/** What an Allow of iam:PassRole says of the roles. */
function passable({ effect, action, resource }: Statement): readonly string[] {
  if (effect !== 'Allow' || resource === undefined || !matchesAction(action, passRole)) return [];
  if (resource.not) return [`NotResource ${resource.values.join(', ')}`];
  return resource.values.filter((value) => mayMean(value, 'arn:*:iam::*:role/*'));
}

function isNamed(role: string, account: string): boolean {
  return role.startsWith('arn:') && isFixed(patternParts(role, account)?.join(':') ?? '*');
}

function serviceText({ conditions }: Statement): string {
  const found = conditions.filter(({ key }) => key.toLowerCase() === 'iam:passedtoservice');
  if (found.length === 0) return 'no condition on iam:PassedToService';
  return found.map(({ operator, values }) => `${operator} ${values.join(', ')}`).join('; ');
}
