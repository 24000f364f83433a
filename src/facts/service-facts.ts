import { readFileSync } from 'node:fs';

/** One line of data/services.jsonl: a service of the service authorization reference. */
export interface ServiceLine {
  readonly service: string;
  /** Condition keys and their types. */
  readonly keys: readonly (readonly [string, string])[];
  /** Resource types: name, ARN with `*` where it varies, indexes of keys. */
  readonly types: readonly (readonly [string, string, readonly number[]])[];
  /** Name, access level, indexes of types, indexes of keys. */
  readonly actions: readonly (readonly [string, string, readonly number[], readonly number[]])[];
}

let lines: ReadonlyMap<string, string> | undefined;
const read = new Map<string, ServiceLine | undefined>();

/** Read from disk when first asked for, a service at a time; a fact of AWS, not of any account. */
export function serviceLine(service: string): ServiceLine | undefined {
  if (!read.has(service)) {
    const line = allLines().get(service);
    read.set(service, line === undefined ? undefined : (JSON.parse(line) as ServiceLine));
  }
  return read.get(service);
}

/** Prefixes of actions, e.g. `s3`. */
export function serviceNames(): readonly string[] {
  return [...allLines().keys()];
}

function allLines(): ReadonlyMap<string, string> {
  if (lines === undefined) {
    const text = readFileSync(new URL('./data/services.jsonl', import.meta.url), 'utf8');
    const all = text.split('\n').filter((line) => line !== '');
    lines = new Map(all.map((line) => [/^\{"service":"([^"]+)"/.exec(line)?.[1] ?? '', line]));
  }
  return lines;
}
