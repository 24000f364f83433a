import type { Account } from '../account.ts';
import { readReference } from '../find-key.ts';

const known = new WeakMap<Account, readonly string[]>();

/**
 * Entries of `inputs.approvedKeys` for which no key was found in any region that was captured: one
 * of them may be misspelt, its key deleted, or its alias not read. Keys that stand elsewhere by
 * their ARN cannot be looked for.
 */
export function unmatchedKeys(account: Account): readonly string[] {
  const found = known.get(account) ?? findUnmatched(account);
  known.set(account, found);
  return found;
}

function findUnmatched(account: Account): readonly string[] {
  const regions = new Set(account.universes('kms.key').map((one) => one.region));
  return (account.inputs.approvedKeys ?? []).filter((entry) => {
    const standing = readReference(entry, '');
    if (standing !== undefined && standsElsewhere(standing, account, regions)) return false;
    return ![...regions].some((region) => account.key(entry, region).found === 'key');
  });
}

function standsElsewhere(
  reference: { readonly region: string; readonly account: string | undefined },
  account: Account,
  regions: ReadonlySet<string>,
): boolean {
  if (reference.account === undefined) return false;
  return reference.account !== account.id || !regions.has(reference.region);
}
