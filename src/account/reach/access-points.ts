import { actionFacts } from '../../facts/action-facts.ts';
import { isUnread } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { quotient } from '../../reach/access/quotient.ts';
import { sidesOf } from '../access/sides.ts';
import type { Place, Places } from './places.ts';

/**
 * The same objects, or the same bucket, by way of its access points: whoever an access point lets in
 * needs no more from the bucket than that it leaves access to its access points.
 */
export function throughAccessPoints(
  account: Account,
  { pattern, action }: { readonly pattern: string; readonly action: string },
  places: readonly Place[],
): Places {
  const types = (actionFacts(action)?.resourceTypes ?? []).map(({ name }) => name);
  const buckets = places.flatMap(({ side, patterns: [own = ''] }) =>
    side.bucket === undefined || side.point !== undefined ? [] : [{ name: side.bucket.name, own }],
  );
  if (buckets.length === 0 || !types.some((name) => name.startsWith('accesspoint'))) {
    return { list: [], missing: [] };
  }
  const missing: Missing[] = [...account.gaps('s3.access-point')];
  const list = account.all('s3.access-point').flatMap(({ id, bucket }) => {
    if (isUnread(bucket)) missing.push({ what: `the bucket of ${id}`, why: bucket });
    if (bucket.state !== 'present') return [];
    return buckets
      .filter(({ name }) => name === bucket.value)
      .flatMap(({ name, own }) =>
        own.includes('/')
          ? keysIn(account, name, pattern).map((key) => `${id}/object/${key}`)
          : [id],
      )
      .map((one): Place => ({ patterns: [one], side: sidesOf(account).resource(one) }));
  });
  return { list, missing };
}

/** What the pattern says of the keys of a bucket's objects. */
function keysIn(account: Account, bucket: string, pattern: string): readonly string[] {
  return quotient(pattern, `arn:${account.partition}:s3:::${bucket}/`) ?? ['*'];
}
