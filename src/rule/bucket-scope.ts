import { isArtifactBucket, isRetainedBucket } from '../account/fact/declared-bucket.ts';
import type { Inputs } from '../model/inputs.ts';
import type { Verdict } from '../model/verdict.ts';
import { notApplicable } from './verdict.ts';

/** Judges a bucket that holds artifacts; others are not applicable. */
export function onArtifactBucket(inputs: Inputs, bucket: string, decide: () => Verdict): Verdict {
  if (isArtifactBucket(inputs, bucket)) return decide();
  return notApplicable('not among inputs.artifactBuckets');
}

/** Judges a bucket whose content must outlive a mistake; others are not applicable. */
export function onRetainedBucket(inputs: Inputs, bucket: string, decide: () => Verdict): Verdict {
  if (isRetainedBucket(inputs, bucket)) return decide();
  const list = inputs.retainedBuckets === null ? 'artifactBuckets' : 'retainedBuckets';
  return notApplicable(`not among inputs.${list}`);
}
