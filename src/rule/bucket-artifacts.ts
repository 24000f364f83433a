import type { Account } from '../account/account.ts';
import { bucketArtifacts, type BucketArtifacts } from '../account/lineage/bucket-artifacts.ts';
import type { ArtifactClass } from '../model/artifact-class.ts';
import type { Verdict } from '../model/verdict.ts';
import { onArtifactBucket } from './bucket-scope.ts';
import { unlessDoubted } from './doubt.ts';
import { notApplicable, unknown } from './verdict.ts';

/**
 * Judges the places of a bucket in which artifacts of the class are known to lie. Where none are the
 * rule does not apply, unless something that was not read may tell of some.
 */
export function onArtifactsIn(
  account: Account,
  bucket: { readonly id: string; readonly name: string; readonly class: ArtifactClass },
  decide: (artifacts: BucketArtifacts) => Verdict,
): Verdict {
  const artifacts = bucketArtifacts(account, bucket.id, bucket.class);
  const { missing } = artifacts;
  if (artifacts.places.length > 0) return unlessDoubted(decide(artifacts), missing);
  return onArtifactBucket(account, bucket.name, () => {
    const [first, ...rest] = missing;
    if (first !== undefined) return unknown(first, ...rest);
    return notApplicable(`nothing tells of ${bucket.class} in this bucket`);
  });
}
