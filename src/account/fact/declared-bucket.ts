import { globMatches } from '../../policy/glob.ts';
import type { Account } from '../account.ts';

type BucketList = 'artifactBuckets' | 'retainedBuckets';

/** Whether a bucket is in scope, and where it is not, what makes that doubtful. */
export type BucketScope =
  | { readonly inScope: true }
  | {
      readonly inScope: false;
      readonly list: BucketList;
      /** Declared names that no bucket of the account has: one of them may be misspelt. */
      readonly unmatched: readonly string[];
    };

/** Whether the bucket holds artifacts; every bucket does where none is declared. */
export function artifactScope(account: Account, bucket: string): BucketScope {
  return scopeOf(account, 'artifactBuckets', bucket);
}

/** Whether the bucket holds training data or evaluation reports that must outlive a mistake. */
export function retainedScope(account: Account, bucket: string): BucketScope {
  const list = account.inputs.retainedBuckets === null ? 'artifactBuckets' : 'retainedBuckets';
  return scopeOf(account, list, bucket);
}

function scopeOf(account: Account, list: BucketList, bucket: string): BucketScope {
  const names = account.inputs[list];
  if (names === null || names.some((name) => globMatches(name, bucket))) return { inScope: true };
  return { inScope: false, list, unmatched: unmatchedOf(account, list, names) };
}

const known = new WeakMap<Account, Map<BucketList, readonly string[]>>();

/** Looked for once for each list: the account has many buckets and many rules. */
function unmatchedOf(account: Account, list: BucketList, names: readonly string[]) {
  const lists = known.get(account) ?? new Map<BucketList, readonly string[]>();
  known.set(account, lists);
  const buckets = account.all('s3.bucket');
  const unmatched =
    lists.get(list) ??
    names.filter((name) => !buckets.some((bucket) => globMatches(name, bucket.name)));
  lists.set(list, unmatched);
  return unmatched;
}
