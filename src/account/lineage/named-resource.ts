import type { Kind, Resource } from '../../model/resource.ts';
import type { Account } from '../account.ts';

const indexes = new WeakMap<Account, Map<Kind, ReadonlyMap<string, unknown>>>();

/** The resource of that name in a region; SageMaker's objects name each other this way. */
export function namedResource<K extends Kind>(
  account: Account,
  kind: K,
  { name, region }: { readonly name: string; readonly region: string },
): Resource<K> | undefined {
  const known = indexes.get(account) ?? new Map<Kind, ReadonlyMap<string, unknown>>();
  indexes.set(account, known);
  const index =
    known.get(kind) ?? new Map(account.all(kind).map((one) => [key(one.region, one.name), one]));
  known.set(kind, index);
  // Sound: what is kept under a kind was made for that kind.
  return index.get(key(region, name)) as Resource<K> | undefined;
}

function key(region: string, name: string): string {
  return `${region}/${name}`;
}
