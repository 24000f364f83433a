import type { ListElement } from '../../model/policy.ts';
import { globCovers, globMatches, globsOverlap } from '../../policy/glob.ts';

/** AWS compares actions without regard to case. */
function lower(values: readonly string[]): readonly string[] {
  return values.map((value) => value.toLowerCase());
}

/** True iff the element holds for some action that matches the glob `actions`, e.g. `s3:get*`. */
export function touchesAction(element: ListElement, actions: string): boolean {
  const wanted = actions.toLowerCase();
  const values = lower(element.values);
  if (element.not) return !values.some((value) => globCovers(value, wanted));
  return values.some((value) => globsOverlap(value, wanted));
}

/** True iff the element holds for this one action. */
export function matchesAction(element: ListElement, action: string): boolean {
  const wanted = action.toLowerCase();
  return lower(element.values).some((value) => globMatches(value, wanted)) !== element.not;
}

/** If true, the element holds for every action that matches the glob `actions`. */
export function coversActions(element: ListElement, actions: string): boolean {
  if (element.not) return false;
  return lower(element.values).some((value) => globCovers(value, actions.toLowerCase()));
}
