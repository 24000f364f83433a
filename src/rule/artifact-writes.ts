import type { Artifact } from '../account/lineage/artifact.ts';
import type { ReachQuestion } from '../account/reach/reach-answer.ts';
import type { ArtifactClass } from '../model/artifact-class.ts';
import { ask } from './duties.ts';

/** What replaces or removes an artifact, if it is of one of these classes. */
export function artifactWrites(
  { class: of, resource }: Artifact,
  classes: readonly ArtifactClass[],
): readonly ReachQuestion[] {
  if (!classes.includes(of)) return [];
  const isImage = /^arn:[^:]*:ecr:/.test(resource);
  return ask(isImage ? ['ecr:PutImage'] : ['s3:PutObject', 's3:DeleteObject'], [resource]);
}
