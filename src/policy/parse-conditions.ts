import { isJsonObject, type JsonValue } from '../model/json.ts';
import type { Condition } from '../model/policy.ts';
import type { Place } from './oddity.ts';
import { parseOperator } from './operator.ts';
import { readScalars } from './read-list.ts';

/** The `Condition` element, one entry for every operator and key. */
export function parseConditions(
  element: JsonValue | undefined,
  place: Place,
): readonly Condition[] {
  if (element === undefined) return [];
  if (!isJsonObject(element)) {
    place.odd('not a JSON object');
    return [];
  }
  return Object.entries(element).flatMap(([operator, block]) =>
    parseBlock(operator, block, place.in(operator)),
  );
}

function parseBlock(operator: string, block: JsonValue, place: Place): readonly Condition[] {
  if (parseOperator(operator) === undefined) place.odd('not an operator that AWS knows');
  if (!isJsonObject(block)) {
    place.odd('not a JSON object');
    return [];
  }
  const seen = new Set<string>();
  return Object.entries(block).map(([key, value]) => {
    // AWS compares keys without regard to case, so which of the two counts is not written down.
    if (seen.has(key.toLowerCase())) place.in(key).odd('the same key twice');
    seen.add(key.toLowerCase());
    return { operator, key, values: readScalars(value, place.in(key)) };
  });
}
