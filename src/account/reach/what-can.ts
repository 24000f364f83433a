import type { Principal } from '../../decide/principal.ts';
import { actionsOf, type ActionFacts } from '../../facts/action-facts.ts';
import { serviceNames } from '../../facts/service-facts.ts';
import { areasOf } from '../../reach/access/area.ts';
import type { Account } from '../account.ts';
import { reach } from './reach.ts';
import type { ReachAnswer } from './reach-answer.ts';

/** An action that the principal can or may call on the resource, and the answer that says so. */
export interface PossibleAction {
  readonly action: string;
  readonly accessLevel: string;
  readonly answer: ReachAnswer;
}

/**
 * Every action of AWS that is about the resource (ARN; `*` and `?` for any text) and that the principal
 * can or may call in some context; those that are left out it provably cannot.
 */
export function whatCan(
  account: Account,
  principal: Principal,
  resource: string,
): readonly PossibleAction[] {
  return actionsAbout(resource).flatMap(({ action, accessLevel }) => {
    const answer = reach(account, principal, { action, resource });
    return answer.is === 'no' ? [] : [{ action, accessLevel, answer }];
  });
}

/** Those whose types of resource the pattern may fit, of whatever service. */
function actionsAbout(resource: string): readonly ActionFacts[] {
  const service = resource.split(':')[2] ?? '';
  return serviceNames().flatMap((name) =>
    [...actionsOf(name).values()].filter(
      ({ action, resourceTypes }) =>
        resourceTypes.some(({ arn }) => arn.split(':')[2] === service) &&
        areasOf(action, [resource]).list.length > 0,
    ),
  );
}
