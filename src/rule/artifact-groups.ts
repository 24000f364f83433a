import type { Artifact } from '../account/lineage/artifact.ts';
import type { ArtifactClass } from '../model/artifact-class.ts';

/** Artifacts that one finding is about. */
export interface ArtifactGroup {
  /** `s3://bucket`, or `images`. */
  readonly name: string;
  readonly inS3: boolean;
  /** ARN patterns. */
  readonly places: readonly [string, ...string[]];
}

/** The artifacts of some classes, bucket by bucket, and all images together. */
export function artifactGroups(
  artifacts: readonly Artifact[],
  classes?: readonly ArtifactClass[],
): readonly ArtifactGroup[] {
  const groups = new Map<string, [string, ...string[]]>();
  for (const { class: of, resource } of artifacts) {
    if (classes !== undefined && !classes.includes(of)) continue;
    const bucket = /^arn:[^:]*:s3:::([^/]+)/.exec(resource)?.[1];
    const name = bucket === undefined ? 'images' : `s3://${bucket}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [resource]);
    else if (!group.includes(resource)) group.push(resource);
  }
  return [...groups].map(([name, places]) => ({ name, inS3: name !== 'images', places }));
}
