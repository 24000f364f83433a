import { isUnread } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';

export interface KeysOfPlaces {
  /** ARNs. */
  readonly list: readonly string[];
  /** Why there may be others. */
  readonly missing: readonly Missing[];
}

/** The account's own keys by which the buckets around these places (ARN patterns) encrypt. */
export function keysOfPlaces(account: Account, places: readonly string[]): KeysOfPlaces {
  const buckets = new Set(places.map((place) => place.replace(/\/.*$/s, '')));
  const each = [...buckets].flatMap((id) => {
    const bucket = account.find('s3.bucket', id);
    if (bucket !== undefined) return [keyOf(account, bucket)];
    return [{ list: [], missing: account.gaps('s3.bucket') }];
  });
  return {
    list: [...new Set(each.flatMap(({ list }) => list))],
    missing: each.flatMap(({ missing }) => missing),
  };
}

function keyOf(account: Account, { id, region, encryption }: Resource<'s3.bucket'>): KeysOfPlaces {
  if (isUnread(encryption)) {
    return { list: [], missing: [{ what: `encryption of ${id}`, why: encryption }] };
  }
  const reference = encryption.state === 'present' ? encryption.value.key : null;
  if (reference === null) return { list: [], missing: [] };
  const lookup = account.key(reference, region);
  switch (lookup.found) {
    case 'key':
      return { list: [lookup.key.id], missing: [] };
    case 'unknown':
      return { list: [], missing: [lookup.missing] };
    case 'none':
      return { list: [], missing: [] };
  }
}
