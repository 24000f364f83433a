import { sidesOf } from '../access/sides.ts';
import type { Account } from '../account.ts';
import type { Actor } from './actor.ts';

export type Everything = 'yes' | 'no' | 'may';

const known = new WeakMap<Account, Map<string, Everything>>();

/**
 * Do its own policies allow everything, so that nobody can give it more? What the organisation and
 * resource policies deny is barred from others as well, or found by asking. `may`: not understood.
 */
export function hasEverything(account: Account, { arn, principal }: Actor): Everything {
  const ofAccount = known.get(account) ?? new Map<string, Everything>();
  known.set(account, ofAccount);
  const answer = ofAccount.get(arn) ?? find(account, principal);
  ofAccount.set(arn, answer);
  return answer;
}

function find(account: Account, principal: Actor['principal']): Everything {
  const { identity, boundary } = sidesOf(account).principal(principal).policies;
  const answers = [identity, ...(boundary === undefined ? [] : [boundary])].map(allowsAll);
  if (answers.includes('no')) return 'no';
  return answers.includes('may') ? 'may' : 'yes';
}

type Policies = ReturnType<ReturnType<typeof sidesOf>['principal']>['policies']['identity'];

function allowsAll(policies: Policies): Everything {
  if (policies.some(({ oddities }) => oddities.length > 0)) return 'may';
  const statements = policies.flatMap(({ policy }) => policy.statements);
  const isAll = statements.some(
    ({ effect, action, resource, conditions }) =>
      effect === 'Allow' &&
      !action.not &&
      action.values.includes('*') &&
      resource?.not === false &&
      resource.values.includes('*') &&
      conditions.length === 0,
  );
  return isAll && statements.every(({ effect }) => effect === 'Allow') ? 'yes' : 'no';
}
