import type { ArtifactClass } from '../../model/artifact-class.ts';
import { isUnread, notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { artifactBuckets } from './artifact-buckets.ts';

/** A KMS key by which a bucket with artifacts encrypts them. */
export interface ArtifactKey {
  readonly key: Resource<'kms.key'>;
  readonly buckets: readonly Resource<'s3.bucket'>[];
  readonly classes: readonly ArtifactClass[];
}

export interface ArtifactKeys {
  /** Sorted by ARN. */
  readonly list: readonly ArtifactKey[];
  readonly missing: readonly Missing[];
}

/**
 * The keys that artifact buckets encrypt with by default. Buckets that S3 encrypts with keys of its
 * own, or with the key that AWS manages, have none that the account's policies could open or shut.
 */
export function keysOfArtifacts(
  account: Account,
  ...classes: readonly ArtifactClass[]
): ArtifactKeys {
  const { list, missing } = artifactBuckets(account, ...classes);
  const holes = [...missing];
  const keys = new Map<Resource<'kms.key'>, ArtifactKey>();
  for (const { bucket, classes: held } of list) {
    const key = defaultKey(account, bucket, holes);
    if (key === undefined) continue;
    const { buckets = [], classes: before = [] } = keys.get(key) ?? {};
    keys.set(key, {
      key,
      buckets: [...buckets, bucket],
      classes: [...new Set([...before, ...held])],
    });
  }
  return {
    list: [...keys.values()].sort((a, b) => (a.key.id < b.key.id ? -1 : 1)),
    missing: holes,
  };
}

function defaultKey(
  account: Account,
  bucket: Resource<'s3.bucket'>,
  holes: Missing[],
): Resource<'kms.key'> | undefined {
  const { encryption } = bucket;
  if (isUnread(encryption)) holes.push({ what: `encryption of ${bucket.id}`, why: encryption });
  if (encryption.state !== 'present') return undefined;
  const { key: reference } = encryption.value;
  // Without a reference it is S3's own key or the one that AWS manages.
  if (reference === null || reference === undefined) return undefined;
  if (/(^|:)alias\/aws\//.test(reference)) return undefined;
  const lookup = account.key(reference, bucket.region);
  if (lookup.found === 'key') {
    const { manager } = lookup.key;
    return manager.state === 'present' && manager.value === 'AWS' ? undefined : lookup.key;
  }
  holes.push(
    lookup.found === 'unknown'
      ? lookup.missing
      : {
          what: `key ${reference} of ${bucket.id}`,
          why: notCollected('the account has no such key'),
        },
  );
  return undefined;
}
