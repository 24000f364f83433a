import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';

/** A text member of a call's input; undefined when it is missing or not text. */
export function textIn(input: JsonObject, member: string): string | undefined {
  const value = input[member];
  return typeof value === 'string' ? value : undefined;
}

/** A number, also where the protocol carries it as text. */
export function numberIn(input: JsonObject, member: string): number | undefined {
  const value = input[member];
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

export function listIn(input: JsonObject, member: string): readonly JsonValue[] {
  const value = input[member];
  return isJsonList(value) ? value : [];
}

export function isJsonList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

export function objectsIn(input: JsonObject, member: string): readonly JsonObject[] {
  return listIn(input, member).filter(isJsonObject);
}

/** The named members of an object that are there. */
export function pick(object: JsonObject, members: readonly string[]): JsonObject {
  const found = members.filter((member) => object[member] !== undefined);
  return Object.fromEntries(found.map((member) => [member, object[member] ?? null]));
}

/** Tags as a list, under the member names of the service. */
export function tagList(
  tags: { readonly [key: string]: string },
  names: { readonly key: string; readonly value: string } = { key: 'Key', value: 'Value' },
): readonly JsonObject[] {
  return Object.entries(tags).map(([key, value]) => ({ [names.key]: key, [names.value]: value }));
}
