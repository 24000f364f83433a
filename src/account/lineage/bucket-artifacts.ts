import type { ArtifactClass } from '../../model/artifact-class.ts';
import { globMatches } from '../../policy/glob.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { ArtifactUse } from './artifact.ts';
import { artifactsOfClass } from './artifacts-of-class.ts';

/** Artifacts of one class as far as they lie in one bucket. */
export interface BucketArtifacts {
  /** ARN patterns of objects. */
  readonly places: readonly string[];
  readonly uses: readonly ArtifactUse[];
  /** Why there may be further places, in this bucket or any other. */
  readonly missing: readonly Missing[];
}

/** `bucket`: ARN. A declared place may have wildcards in its bucket. */
export function bucketArtifacts(
  account: Account,
  bucket: string,
  wanted: ArtifactClass,
): BucketArtifacts {
  const { list, missing } = artifactsOfClass(account, wanted);
  const here = list.flatMap(({ resource, uses }) => {
    const place = placeIn(bucket, resource);
    return place === undefined ? [] : [{ place, uses }];
  });
  return {
    places: [...new Set(here.map(({ place }) => place))],
    uses: here.flatMap(({ uses }) => uses),
    missing,
  };
}

function placeIn(bucket: string, resource: string): string | undefined {
  const slash = resource.indexOf('/');
  const name = slash < 0 ? resource : resource.slice(0, slash);
  const keys = slash < 0 ? '/*' : resource.slice(slash);
  const isHere = /[*?]/.test(name) ? globMatches(name, bucket) : name === bucket;
  return isHere ? `${bucket}${keys}` : undefined;
}
