import {
  elsewhere,
  globMatches,
  iamWrites,
  isFixed,
  judgeGrants,
  matchesAction,
  mayMean,
  onOwnSide,
  patternParts,
  ownReach,
  reachStatement,
  reachText,
  rolesOpenTo,
  rule,
  statementName,
  statementRef,
  unsure,
  withOwnValues,
  type Account,
  type Evidence,
  type Findings,
  type Grant,
  type StatementRef,
} from '../../src/rule/index.ts';

const assume = 'sts:AssumeRole';
const expected = 'no role but those in the parameter assumableRoles';

export default rule({
  id: 'execution-role/cannot-change-iam',
  code: 'EXR-10',
  title: 'Execution roles change nothing in IAM and assume no role that is not declared',
  severity: 'critical',
  why: 'Whoever runs code in a job acts by its role: one that can write policies, make credentials or become another role hands the account to everybody who can start a job. The access engine answers, with boundaries and service control policies.',
  fix: 'Take the IAM actions and sts:AssumeRole out of the statement that is named, and out of the trust policies of other roles; declare roles that a job has to assume in the parameter assumableRoles of the rule.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy'],
  // ARNs that execution roles may assume, `*` allowed.
  params: { assumableRoles: [] as readonly string[] },
  check: (role, account, { assumableRoles }) =>
    judgeGrants(account, role, (grants) =>
      joined(
        iamChanges(account, role.id, grants),
        assumedHere(account, { id: role.id, name: role.name, assumableRoles }, grants),
        assumedElsewhere(account, { id: role.id, name: role.name, assumableRoles }, grants),
      ),
    ),
});

/** The role, and the roles that it may assume. */
interface Assuming {
  readonly id: string;
  readonly name: string;
  readonly assumableRoles: readonly string[];
}

/** One finding for each statement, whatever number of actions it lets through. */
function iamChanges(account: Account, role: string, grants: readonly Grant[]): Findings {
  const actions = iamWrites().filter((action) =>
    grants.some(({ statement }) => matchesAction(statement.action, action)),
  );
  const reaches = actions.flatMap(
    (action) => ownReach(account, role, { action, resource: '*' }) ?? [],
  );
  const byStatement = new Map<string, Evidence>();
  for (const reach of reaches.filter(({ answer }) => answer.is === 'yes')) {
    const statement = reachStatement(reach);
    const where = statement === undefined ? '' : whereIs(statement);
    if (byStatement.has(where)) continue;
    byStatement.set(where, {
      finding: `writes-iam:${where}`,
      expected: 'no action that changes principals, credentials or policies',
      got: reachText(reach),
      ...(statement && { statement }),
    });
  }
  const [doubt] = reaches.filter(({ answer }) => answer.is === 'may');
  return { evidence: [...byStatement.values()], missing: doubt ? [unsure(doubt)] : [] };
}

/** Roles of the account: their trust policies count as well. */
function assumedHere(
  account: Account,
  { id, name, assumableRoles }: Assuming,
  grants: readonly Grant[],
): Findings {
  const asks = grants.some(({ statement }) => matchesAction(statement.action, assume));
  const reaches = rolesOpenTo(account, { id, name }, asks)
    .filter((one) => !assumableRoles.some((declared) => globMatches(declared, one.id)))
    .flatMap((one) => {
      const reach = ownReach(account, id, { action: assume, resource: one.id });
      return reach === undefined ? [] : [{ to: one.id, ...reach }];
    });
  const evidence = reaches
    .filter(({ answer }) => answer.is === 'yes')
    .map(({ to, ...reach }): Evidence => {
      const statement = reachStatement(reach);
      const finding = `assumes:${to}`;
      return { finding, expected, got: reachText(reach), ...(statement && { statement }) };
    });
  return { evidence, missing: reaches.filter(({ answer }) => answer.is === 'may').map(unsure) };
}

/** Roles of other accounts, which have the last word: what the role's own side lets through. */
function assumedElsewhere(
  account: Account,
  { id, assumableRoles }: Assuming,
  grants: readonly Grant[],
): Findings {
  const evidence = grants.flatMap(({ policy, statement }) =>
    valuesFor(statement)
      .filter((value) => !assumableRoles.some((declared) => globMatches(declared, value)))
      .flatMap((value) => {
        const place = foreignRole(account, withOwnValues(account, id, value));
        if (place === undefined) return [];
        const { is } = account.reach(id, { action: assume, resource: place });
        if (is === 'no') return [];
        const found: Evidence = {
          finding: `assumes:${value}:${policy}:${statementName(statement)}`,
          expected,
          got: `Allow ${assume} on ${value}: e.g. on ${place}, if that account lets it in`,
          statement: statementRef(policy, statement),
        };
        return [found];
      }),
  );
  return onOwnSide(account, id, evidence);
}

function valuesFor({ action, resource }: Grant['statement']): readonly string[] {
  if (resource === undefined || !matchesAction(action, assume)) return [];
  return resource.not ? ['*'] : resource.values;
}

/** A role of another account that the value means, if it means any. */
function foreignRole(
  { id, partition }: Pick<Account, 'id' | 'partition'>,
  value: string,
): string | undefined {
  if (!mayMean(value, 'arn:*:iam::*:role/*')) return undefined;
  const [, , , , owner = '*', resource = 'role/*'] = patternParts(value, id) ?? [];
  if (owner === id) return undefined;
  const other = isFixed(owner) ? owner : elsewhere['aws:ResourceAccount'];
  return `arn:${partition}:iam::${other}:${resource.replaceAll(/[*?]+/g, 'elsewhere')}`;
}

function whereIs({ policy, sid, index }: StatementRef): string {
  return `${policy}:${sid ?? `#${String(index)}`}`;
}

function joined(...all: readonly Findings[]): Findings {
  return {
    evidence: all.flatMap(({ evidence }) => evidence),
    missing: all.flatMap(({ missing }) => missing),
  };
}
