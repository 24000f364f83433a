import type { Condition, ListElement, Statement } from '../model/policy.ts';
import { parseOperator } from '../policy/operator.ts';

/** Whether a value is doubtful, e.g. has a policy variable of which nothing is known. */
type IsOpen = (value: string) => boolean;

/** More parts than this are not worth while. */
const most = 50;

/**
 * Statements that together match what this one matches: doubtful values have one of their own, so
 * that what is known of the others stays known.
 */
export function partsOf(
  statement: Statement,
  isOpen: { readonly ofResource: IsOpen; readonly ofCondition: IsOpen },
): readonly Statement[] {
  const { resource, conditions } = statement;
  const resources =
    resource === undefined || resource.not ? [resource] : splitValues(resource, isOpen.ofResource);
  const sets = conditions.reduce<readonly (readonly Condition[])[]>(
    (all, one) => {
      const values = isEither(one) ? splitValues(one, isOpen.ofCondition) : [one];
      return all.flatMap((before) => values.map((value) => [...before, value]));
    },
    [[]],
  );
  if (resources.length * sets.length === 1 || resources.length * sets.length > most) {
    return [statement];
  }
  return resources.flatMap((one) =>
    sets.map((set) => ({ ...statement, ...(one && { resource: one }), conditions: set })),
  );
}

/** It holds where it holds for some of its values. */
function isEither({ operator }: Condition): boolean {
  const read = parseOperator(operator);
  return read !== undefined && read.set === 'none' && !read.negated && read.base !== 'Null';
}

/** The elements that `NotResource` rules out, each by itself. */
export function splitValues<T extends Pick<ListElement, 'values'>>(
  element: T,
  isOpen: IsOpen,
): readonly T[] {
  const closed = element.values.filter((one) => !isOpen(one));
  if (closed.length === element.values.length) return [element];
  const open = element.values.filter(isOpen).map((one) => ({ ...element, values: [one] }));
  return closed.length === 0 ? open : [{ ...element, values: closed }, ...open];
}
