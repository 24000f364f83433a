import { present, type Observed } from '../model/observed.ts';
import { isKind, type Identity, type Resource } from '../model/resource.ts';
import { fieldsOf, itemText } from './item-text.ts';
import { cameLater, notReadThen } from './later-field.ts';
import { digest, instant, mapOf, members, text, type Check } from './shape.ts';
import { decodeState } from './state.ts';

export interface Item {
  readonly resource: Resource;
  /** ISO-8601: when the resource was read. */
  readonly at: string;
  /**
   * SHA-256 of the canonical JSON of `{account, data, id, kind, name, region, state}`, where data
   * and state are without the volatile fields and state is without messages. Equal in two captures
   * iff nothing that lasts has changed.
   */
  readonly hash: string;
}

/**
 * A resource as one line of canonical JSON, without the line feed. A value that JSON cannot hold (a
 * lone surrogate, NaN) is written as a field that could not be read: never as another value.
 */
export function encodeItem(resource: Resource, at: string): string {
  return itemText(resource, at).line;
}

/** The hash that stands in the resource's line. */
export function itemHash(resource: Resource): string {
  return itemText(resource, '').hash;
}

/** Reads a line back. Throws an error that says what is wrong with it, in form or by hash. */
export function decodeItem(line: string): Item {
  const item = parseLine(line);
  const older = olderFields(item);
  const resource = readResource(item, older);
  const again = itemText(resource, item.at, older);
  if (again.line === line) return { resource, at: item.at, hash: again.hash };
  if (again.hash !== item.h) throw new TypeError('its content does not fit its hash h');
  throw new TypeError('it is not canonical JSON (RFC 8785)');
}

interface ItemLine extends Identity {
  readonly v: 1;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, unknown>>;
  readonly h: string;
}

const anything: Check = () => null;

const knownKind: Check = (value) =>
  typeof value === 'string' && isKind(value) ? null : ' is not a kind known here';

const itemLine = members({
  v: (value) => (value === 1 ? null : ' is not 1: the item is of another version'),
  kind: knownKind,
  id: text,
  name: text,
  account: text,
  region: text,
  at: instant,
  data: mapOf(anything),
  state: mapOf(anything),
  h: digest,
});

function parseLine(line: string): ItemLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new TypeError('it is not JSON', { cause: error });
  }
  const problem = itemLine(value);
  if (problem !== null) throw new TypeError(`it${problem}`);
  return value as ItemLine;
}

/** Fields of the kind that came after the item was written. */
function olderFields({ kind, data, state }: ItemLine): ReadonlySet<string> {
  const names = (fieldsOf.get(kind) ?? []).map(([field]) => field);
  const without = names.filter((name) => !Object.hasOwn(data, name) && !Object.hasOwn(state, name));
  return new Set(without.filter((name) => cameLater(kind, name)));
}

function readResource(item: ItemLine, older: ReadonlySet<string>): Resource {
  const { kind, id, name, account, region, data, state } = item;
  const resource: Record<string, unknown> = { kind, id, name, account, region };
  const names = fieldsOf.get(kind) ?? [];
  for (const [field] of names)
    resource[field] = older.has(field) ? notReadThen : readField(item, field);
  if (Object.keys(data).length + Object.keys(state).length + older.size !== names.length)
    throw new TypeError(`it has fields that ${kind} does not have`);
  // Sound as far as `kind` and the field names go; the values are what the collector wrote.
  return resource as unknown as Resource;
}

function readField({ data, state }: ItemLine, field: string): Observed<unknown> {
  const inData = Object.hasOwn(data, field);
  if (inData === Object.hasOwn(state, field))
    throw new TypeError(`field ${field} is ${inData ? 'both in data and state' : 'missing'}`);
  if (inData) return present(data[field]);
  try {
    return decodeState(state[field]);
  } catch (error) {
    throw new TypeError(`state.${field}${error instanceof Error ? error.message : ''}`);
  }
}
