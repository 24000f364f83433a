import type { Inputs } from '../../model/inputs.ts';
import { globMatches } from '../../policy/glob.ts';

/** Whether the bucket holds artifacts; every bucket does where none is declared. */
export function isArtifactBucket(inputs: Inputs, bucket: string): boolean {
  return isDeclared(inputs.artifactBuckets, bucket);
}

/** Whether the bucket holds training data or evaluation reports that must outlive a mistake. */
export function isRetainedBucket(inputs: Inputs, bucket: string): boolean {
  return isDeclared(inputs.retainedBuckets ?? inputs.artifactBuckets, bucket);
}

function isDeclared(names: readonly string[] | null, bucket: string): boolean {
  return names === null || names.some((name) => globMatches(name, bucket));
}
