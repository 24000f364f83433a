import { actionsOf } from '../../facts/action-facts.ts';
import type { ListElement } from '../../model/policy.ts';
import { matchesAction, touchesAction } from './action-match.ts';

/** The actions of a service that the element holds for and that work on a resource, by name. */
export function resourceActions(element: ListElement, service: string): readonly string[] {
  if (!touchesAction(element, `${service}:*`)) return [];
  return [...actionsOf(service).values()]
    .filter((one) => one.resourceTypes.length > 0 && matchesAction(element, one.action))
    .map(({ action }) => action);
}
