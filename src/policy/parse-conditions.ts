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
    const values = readScalars(value, place.in(key));
    if (!values.every((one) => fitsOperator(operator, one))) {
      place.in(key).odd(`not a value for ${operator}`);
    }
    return { operator, key, values };
  });
}

const forms: readonly (readonly [operator: RegExp, value: RegExp])[] = [
  [/Numeric/, /^[+-]?\d+(\.\d+)?$/],
  [/Date/, /^[\d+-]/],
  [/Bool|Null/, /^(true|false)$/i],
  [/IpAddress/, /^[\da-f:.]+(\/\d{1,3})?$/i],
];

/** A policy variable may stand for anything. */
function fitsOperator(operator: string, value: string): boolean {
  const form = forms.find(([name]) => name.test(operator))?.[1];
  return form === undefined || form.test(value) || value.includes('${');
}
