import type { Account } from '../account.ts';

const known = new WeakMap<Account, readonly string[]>();

/**
 * Entries of `inputs.approvedKeys` that name no key in any region that was captured: one of them
 * may be misspelt, or the key is deleted. Keys of other accounts cannot be looked for.
 */
export function unmatchedKeys(account: Account): readonly string[] {
  const found = known.get(account);
  if (found !== undefined) return found;
  const regions = [...new Set(account.universes('kms.key').map((one) => one.region))];
  const unmatched = (account.inputs.approvedKeys ?? []).filter(
    (entry) =>
      regions.length > 0 && regions.every((region) => account.key(entry, region).found === 'none'),
  );
  known.set(account, unmatched);
  return unmatched;
}
