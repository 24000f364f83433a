import { artifactClasses, type ArtifactClass } from '../../model/artifact-class.ts';
import { notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import { globMatches } from '../../policy/glob.ts';
import type { Account } from '../account.ts';
import { artifactsOfClass } from './artifacts-of-class.ts';

/** A bucket of the account that holds artifacts. */
export interface ArtifactBucket {
  readonly bucket: Resource<'s3.bucket'>;
  readonly classes: readonly ArtifactClass[];
}

export interface ArtifactBuckets {
  /** Sorted by ARN. */
  readonly list: readonly ArtifactBucket[];
  /** What keeps the list from being complete, buckets of other accounts among it. */
  readonly missing: readonly Missing[];
}

/** The buckets in which artifacts of these classes lie; of all classes when none is given. */
export function artifactBuckets(
  account: Account,
  ...given: readonly ArtifactClass[]
): ArtifactBuckets {
  const classes = given.length === 0 ? artifactClasses : given;
  const found = new Map<Resource<'s3.bucket'>, Set<ArtifactClass>>();
  const missing = new Map<string, Missing>();
  for (const of of classes) {
    const artifacts = artifactsOfClass(account, of);
    for (const one of artifacts.missing) missing.set(JSON.stringify(one), one);
    for (const name of bucketNames(artifacts.list.map(({ resource }) => resource))) {
      const buckets = bucketsNamed(account, name);
      if (buckets.length === 0) missing.set(name, unknownBucket(name));
      for (const bucket of buckets) found.set(bucket, (found.get(bucket) ?? new Set()).add(of));
    }
  }
  for (const gap of account.gaps('s3.bucket')) missing.set(JSON.stringify(gap), gap);
  return {
    list: [...found]
      .map(([bucket, held]) => ({ bucket, classes: classes.filter((one) => held.has(one)) }))
      .sort((a, b) => (a.bucket.id < b.bucket.id ? -1 : 1)),
    missing: [...missing.values()],
  };
}

function bucketNames(places: readonly string[]): ReadonlySet<string> {
  return new Set(places.flatMap((place) => /^arn:[^:]*:s3:::([^/]+)\//.exec(place)?.[1] ?? []));
}

/** A declared name may hold wildcards. */
function bucketsNamed(account: Account, name: string): readonly Resource<'s3.bucket'>[] {
  if (/[*?]/.test(name)) {
    return account.all('s3.bucket').filter((one) => globMatches(name, one.name));
  }
  const bucket = account.find('s3.bucket', `arn:${account.partition}:s3:::${name}`);
  return bucket === undefined ? [] : [bucket];
}

function unknownBucket(name: string): Missing {
  return {
    what: `bucket ${name}`,
    why: notCollected('it is not among the buckets of the account'),
  };
}
