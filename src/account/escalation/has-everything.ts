import type { PrincipalPolicies } from '../access/principal-policies.ts';
import type { Account } from '../account.ts';
import type { Actor } from './actor.ts';
import { ownPolicies } from './own-policies.ts';

export type Everything = 'yes' | 'no' | 'may';

const known = new WeakMap<Account, Map<string, Everything>>();

/**
 * Do its own policies allow everything, so that nobody can give it more? What the organisation and
 * resource policies deny is barred from others as well, or found by asking. `may`: not understood.
 */
export function hasEverything(account: Account, actor: Actor): Everything {
  const ofAccount = known.get(account) ?? new Map<string, Everything>();
  known.set(account, ofAccount);
  const answer = ofAccount.get(actor.arn) ?? find(account, actor);
  ofAccount.set(actor.arn, answer);
  return answer;
}

function find(account: Account, actor: Actor): Everything {
  const { identity, boundary } = ownPolicies(account, actor);
  const answers = [identity, ...(boundary === undefined ? [] : [boundary])].map(allowsAll);
  if (answers.includes('no')) return 'no';
  return answers.includes('may') ? 'may' : 'yes';
}

function allowsAll(policies: PrincipalPolicies['identity']): Everything {
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
