import type { Principal } from '../../decide/principal.ts';
import { actionsOf, type ActionFacts } from '../../facts/action-facts.ts';
import { serviceNames } from '../../facts/service-facts.ts';
import { areasOf } from '../../reach/access/area.ts';
import type { Account } from '../account.ts';
import { reach } from './reach.ts';
import type { ReachAnswer, ReachQuestion } from './reach-answer.ts';

/** An action that the principal can or may call on the resource, and the answer that says so. */
export interface PossibleAction {
  readonly action: string;
  readonly accessLevel: string;
  readonly answer: ReachAnswer;
}

/**
 * Every action of AWS that is about the resource (ARN; `*` and `?` for any text) and that the principal
 * can or may call in some context; those that are left out it provably cannot. `given`: what every
 * request carries, and what none does.
 */
export function whatCan(
  account: Account,
  principal: Principal,
  resource: string,
  given: Pick<ReachQuestion, 'context' | 'without'> = {},
): readonly PossibleAction[] {
  return actionsAbout(resource).flatMap(({ action, accessLevel }) => {
    const answer = reach(account, principal, { ...given, action, resource });
    return answer.is === 'no' ? [] : [{ action, accessLevel, answer }];
  });
}

/** Those whose types of resource the pattern may fit, of whatever service. */
function actionsAbout(resource: string): readonly ActionFacts[] {
  const head = resource.split(':').slice(0, 3);
  const service = head.length === 3 && !/[*?]/.test(head.join('')) ? head[2] : undefined;
  const candidates = service === undefined ? everyAction() : (byService().get(service) ?? []);
  // Many actions are about the same types of resource.
  const known = new Map<string, boolean>();
  return candidates.filter(({ action, resourceTypes }) => {
    if (resourceTypes.length === 0) return resource === '*';
    const types = resourceTypes.map(({ name, arn }) => `${name} ${arn}`).join();
    const isAbout = known.get(types) ?? areasOf(action, [resource]).list.length > 0;
    known.set(types, isAbout);
    return isAbout;
  });
}

function everyAction(): readonly ActionFacts[] {
  return serviceNames().flatMap((name) => [...actionsOf(name).values()]);
}

let index: ReadonlyMap<string, readonly ActionFacts[]> | undefined;

/** Actions by the service in the ARNs of their resources, which may be another's. */
function byService(): ReadonlyMap<string, readonly ActionFacts[]> {
  index ??= indexOf(everyAction());
  return index;
}

function indexOf(actions: readonly ActionFacts[]): ReadonlyMap<string, readonly ActionFacts[]> {
  const lists = new Map<string, ActionFacts[]>();
  for (const one of actions) {
    for (const service of new Set(one.resourceTypes.map(({ arn }) => arn.split(':')[2] ?? ''))) {
      const list = lists.get(service);
      if (list === undefined) lists.set(service, [one]);
      else list.push(one);
    }
  }
  return lists;
}
