import {
  failOnAny,
  judge,
  judgeExecutionRole,
  ownReach,
  reachStatement,
  reachText,
  rule,
  unlessDoubted,
  unsure,
  type Account,
  type Evidence,
  type Findings,
  type Reach,
} from '../../src/rule/index.ts';

/** What makes or changes principals, tried on names that nobody has: whoever can has all of IAM. */
const decisive = [
  { action: 'iam:AttachUserPolicy', of: 'user/leastwise-nobody' },
  { action: 'iam:PutUserPolicy', of: 'user/leastwise-nobody' },
  { action: 'iam:CreateAccessKey', of: 'user/leastwise-nobody' },
  { action: 'iam:AddUserToGroup', of: 'group/leastwise-nobody' },
  { action: 'iam:CreatePolicyVersion', of: 'policy/leastwise-nothing' },
];

/** Services that have nothing in common but an administrator. Some may be denied to everybody. */
const unrelated = [
  ...['ec2:RunInstances', 'lambda:CreateFunction', 'dynamodb:DeleteTable'],
  ...['cloudtrail:StopLogging', 'rds:DeleteDBInstance', 'route53:CreateHostedZone'],
];
const enough = 3;

export default rule({
  id: 'execution-role/is-no-administrator',
  code: 'EXR-03',
  title: 'Execution roles are no administrators',
  severity: 'critical',
  why: 'AdministratorAccess, PowerUserAccess, IAMFullAccess or a policy like them turns everybody who can start a job into an administrator. The access engine is asked what the role can do in the end: within its boundary and the service control policies.',
  fix: 'Detach the policy or take out the statement that is named, grant what the job calls, and set a permissions boundary.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy'],
  check: ({ id, trustPolicy, inlinePolicies, attachedPolicies }, account) =>
    judge({ trustPolicy, inlinePolicies, attachedPolicies }, (values) =>
      judgeExecutionRole({ id, trustPolicy: values.trustPolicy }, () => {
        const all = [iamAdministration(account, id), serviceAdministration(account, id)];
        const verdict = failOnAny(all.flatMap(({ evidence }) => evidence));
        return unlessDoubted(
          verdict,
          all.flatMap(({ missing }) => missing),
        );
      }),
    ),
});

function iamAdministration(account: Account, role: string): Findings {
  const reaches = decisive.flatMap(({ action, of }) => {
    const resource = `arn:${account.partition}:iam::${account.id}:${of}`;
    return ownReach(account, role, { action, resource }) ?? [];
  });
  return administration(reaches, 1, {
    finding: 'administers-iam',
    expected: 'no power over users and policies of any name',
  });
}

function serviceAdministration(account: Account, role: string): Findings {
  const reaches = unrelated.flatMap(
    (action) => ownReach(account, role, { action, resource: '*' }) ?? [],
  );
  return administration(reaches, enough, {
    finding: 'administers-services',
    expected: 'no power over services that have nothing to do with the job',
  });
}

/** `least`: of how many answers on it is proven. */
function administration(
  reaches: readonly Reach[],
  least: number,
  found: Pick<Evidence, 'finding' | 'expected'>,
): Findings {
  const sure = reaches.filter(({ answer }) => answer.is === 'yes');
  const [doubt] = reaches.filter(({ answer }) => answer.is === 'may');
  const possible = reaches.filter(({ answer }) => answer.is !== 'no');
  const [first] = sure;
  if (first !== undefined && sure.length >= least) {
    const statement = reachStatement(first);
    const got = sure.map(reachText).join('; ');
    return { evidence: [{ ...found, got, ...(statement && { statement }) }], missing: [] };
  }
  const isOpen = doubt !== undefined && possible.length >= least;
  return { evidence: [], missing: isOpen ? [unsure(doubt)] : [] };
}
