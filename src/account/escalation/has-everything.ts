import { sidesOf } from '../access/sides.ts';
import type { Account } from '../account.ts';
import type { Actor } from './actor.ts';

const known = new WeakMap<Account, Map<string, boolean>>();

/**
 * Do its own policies allow everything, so that nobody can give it more? True is a proof; what the
 * organisation and resource policies deny is barred from others as well, or found by asking.
 */
export function hasEverything(account: Account, { arn, principal }: Actor): boolean {
  const ofAccount = known.get(account) ?? new Map<string, boolean>();
  known.set(account, ofAccount);
  const { identity, boundary } = sidesOf(account).principal(principal).policies;
  const answer =
    ofAccount.get(arn) ?? (allowsAll(identity) && (boundary === undefined || allowsAll(boundary)));
  ofAccount.set(arn, answer);
  return answer;
}

type Policies = ReturnType<ReturnType<typeof sidesOf>['principal']>['policies']['identity'];

function allowsAll(policies: Policies): boolean {
  const statements = policies.flatMap(({ policy }) => policy.statements);
  const isUnclear = policies.some(({ oddities }) => oddities.length > 0);
  return (
    !isUnclear &&
    statements.every(({ effect }) => effect === 'Allow') &&
    statements.some(
      ({ action, resource, conditions }) =>
        !action.not &&
        action.values.includes('*') &&
        resource?.not === false &&
        resource.values.includes('*') &&
        conditions.length === 0,
    )
  );
}
