import { arnIn, regionOf, type Loading } from './loading.ts';
import { derivedId } from './derived-id.ts';
import { suggest } from '../../yaml/problems.ts';
import type { AccountFile, KeyFile, Named } from './account-file.ts';
import type { YamlPath } from '../../yaml/yaml-source.ts';

export interface KeyName {
  readonly id: string;
  readonly arn: string;
  readonly aliases: readonly string[];
}

/** Keys by region and name in the file. */
export type KeyNames = ReadonlyMap<string, ReadonlyMap<string, KeyName>>;

export function keyNames(file: AccountFile, loading: Loading): KeyNames {
  const names = new Map<string, ReadonlyMap<string, KeyName>>();
  for (const [region, keys] of Object.entries(file.kms ?? {})) {
    regionOf(loading, region, [...loading.path, 'kms', region]);
    names.set(region, keysOf(loading, region, keys));
  }
  return names;
}

function keysOf(
  loading: Loading,
  region: string,
  keys: Named<KeyFile> | null,
): ReadonlyMap<string, KeyName> {
  return new Map(
    Object.entries(keys ?? {}).map(([name, key]) => {
      const id = key?.id ?? derivedId.uuid(`key ${loading.account} ${region} ${name}`);
      const arn = arnIn(loading, 'kms', { region, resource: `key/${id}` });
      return [name, { id, arn, aliases: key?.aliases ?? [`alias/${name}`] }];
    }),
  );
}

export interface KeyUse {
  readonly names: KeyNames;
  readonly region: string;
  readonly path: YamlPath;
}

/**
 * A key as an object names it: a short name becomes the key's ARN; ids, ARNs and aliases stay as
 * they are, as AWS gives them back. An alias must be in the file unless it is an AWS-managed key's.
 */
export function keyReference(loading: Loading, given: string, use: KeyUse): string {
  if (given === '' || given.startsWith('arn:') || /^(mrk-)?[0-9a-f-]{32,36}$/.test(given)) {
    return given;
  }
  const keys = use.names.get(use.region) ?? new Map<string, KeyName>();
  if (given.startsWith('alias/')) {
    const aliases = [...keys.values()].flatMap((key) => key.aliases);
    if (given.startsWith('alias/aws/') || aliases.includes(given)) return given;
    const mend = suggest(given, aliases);
    loading.problems.add(use.path, `no key in ${use.region} has the alias "${given}"; ${mend}`);
    return given;
  }
  const key = keys.get(given);
  if (key !== undefined) return key.arn;
  const mend = suggest(given, keys.keys());
  loading.problems.add(use.path, `there is no key "${given}" in ${use.region}; ${mend}`);
  return given;
}
