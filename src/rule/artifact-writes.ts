import type { ReachQuestion } from '../account/reach/reach-answer.ts';
import type { ArtifactGroup } from './artifact-groups.ts';
import { ask } from './duties.ts';

/** What replaces or removes artifacts. */
export function artifactWrites({ inS3, places }: ArtifactGroup): readonly ReachQuestion[] {
  return ask(inS3 ? ['s3:PutObject', 's3:DeleteObject'] : ['ecr:PutImage'], places);
}
