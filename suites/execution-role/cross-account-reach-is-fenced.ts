import {
  elsewhere,
  fencedServices,
  foreignPlaces,
  isFenced,
  judgeGrants,
  onOwnSide,
  resourceActions,
  rule,
  statementName,
  statementRef,
  withOwnValues,
  type Account,
  type Evidence,
  type Grant,
} from '../../src/rule/index.ts';

const expected =
  'the account or the bucket in the ARN, or a condition on aws:ResourceAccount or aws:ResourceOrgID';

export default rule({
  id: 'execution-role/cross-account-reach-is-fenced',
  code: 'EXR-15',
  title: 'Execution roles reach no bucket, key or repository of an account that is not named',
  severity: 'medium',
  why: 'A role that may write to any bucket may write to that of a stranger, who has only to allow it: training data and weights leave the account by a permission that looks like work. A wildcard that a Deny, the boundary or the organisation cuts off at the account is no finding: the access engine is asked.',
  fix: 'Name the bucket, or the account in the ARN; or add Condition {"StringEquals": {"aws:ResourceAccount": "${aws:PrincipalAccount}"}} (aws:ResourceOrgID for the organisation), with no wildcard in the value.',
  on: 'iam.role',
  needs: ['trustPolicy', 'inlinePolicies', 'attachedPolicies'],
  uses: ['iam.policy'],
  check: (role, account) =>
    judgeGrants(account, role, (grants) =>
      onOwnSide(
        account,
        role.id,
        grants.flatMap((grant) => unfenced(account, role.id, grant)),
      ),
    ),
});

function unfenced(account: Account, role: string, grant: Grant): readonly Evidence[] {
  const { policy, statement } = grant;
  const { resource } = statement;
  if (resource === undefined || isFenced(statement)) return [];
  const values = resource.not ? ['*'] : resource.values;
  return values.flatMap((value) => {
    const way = wayOut(account, role, { statement, value });
    if (way === undefined) return [];
    const written = resource.not ? 'NotResource' : value;
    const evidence = {
      finding: `unfenced:${written}:${policy}:${statementName(statement)}`,
      expected,
      got: `${written}: ${way.action} on ${way.place} of account ${elsewhere['aws:ResourceAccount']}, if that account lets it in`,
      statement: statementRef(policy, statement),
    };
    return [evidence];
  });
}

/** A request for a resource of another account that the policies on the role's side do not stop. */
function wayOut(
  account: Account,
  role: string,
  { statement, value }: { readonly statement: Grant['statement']; readonly value: string },
): { readonly action: string; readonly place: string } | undefined {
  for (const service of fencedServices) {
    const places = foreignPlaces(account, withOwnValues(account, role, value), service);
    if (places.length === 0) continue;
    for (const action of resourceActions(statement.action, service)) {
      const place = places.find((resource) => {
        const answer = account.reach(role, { action, resource, context: elsewhere });
        return answer.is !== 'no';
      });
      if (place !== undefined) return { action, place };
    }
  }
  return undefined;
}
