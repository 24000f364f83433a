import type { Account } from '../account.ts';

/** Something of an account by key; the index is made once for each account. */
export function indexed<T>(
  entries: (account: Account) => readonly (readonly [string, T])[],
): (account: Account, key: string) => T | undefined {
  const indexes = new WeakMap<Account, ReadonlyMap<string, T>>();
  return (account, key) => {
    const index = indexes.get(account) ?? new Map(entries(account));
    indexes.set(account, index);
    return index.get(key);
  };
}
