import type { JsonValue } from '../model/json.ts';
import type { Place } from './oddity.ts';

/** One string or a list of strings. Anything else, and an empty list, is odd. */
export function readList(value: JsonValue, place: Place): readonly string[] {
  return readValues(value, place, (one) => (typeof one === 'string' ? one : undefined));
}

/** Condition values may be numbers and booleans too; AWS compares them as text. */
export function readScalars(value: JsonValue, place: Place): readonly string[] {
  return readValues(value, place, (one) => {
    if (typeof one === 'string') return one;
    if (typeof one === 'boolean') return String(one);
    // Beyond this a JSON number has already lost digits, so its text is not what was written.
    return typeof one === 'number' && Math.abs(one) <= Number.MAX_SAFE_INTEGER
      ? String(one)
      : undefined;
  });
}

function readValues(
  value: JsonValue,
  place: Place,
  read: (one: JsonValue) => string | undefined,
): readonly string[] {
  if (!Array.isArray(value)) return readOne(value, place, read);
  if (value.length === 0) place.odd('an empty list');
  return value.flatMap((one: JsonValue, index) => readOne(one, place.in(index), read));
}

function readOne(
  value: JsonValue,
  place: Place,
  read: (one: JsonValue) => string | undefined,
): readonly string[] {
  const text = read(value);
  if (text !== undefined) return [text];
  place.odd('a value of a type that has no place here');
  return [];
}
