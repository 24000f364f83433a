import type { ArtifactClass } from '../../model/artifact-class.ts';
import type { Kind } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';

/** A place where artifacts of one class are. */
export interface Artifact {
  readonly class: ArtifactClass;
  /**
   * ARN pattern: of objects (`arn:aws:s3:::bucket/prefix*`; an S3 prefix is a string prefix, not a
   * folder), or the ARN of a container repository.
   */
  readonly resource: string;
  /** As SageMaker or the user gives it: `s3://…`, or an image's name. */
  readonly uri: string;
  /** What works with it; empty for one that is only declared. */
  readonly uses: readonly ArtifactUse[];
  /** Named in the declarations of the user. */
  readonly declared: boolean;
}

export interface ArtifactUse {
  /** ARN of the job, model, endpoint, … */
  readonly resource: string;
  readonly kind: Kind;
  readonly how: 'reads' | 'writes' | 'runs';
  /** ARN of the role by which it does; undefined if it has none or it was not read. */
  readonly role: string | undefined;
}

export interface Artifacts {
  readonly list: readonly Artifact[];
  /** What keeps the list from being complete. */
  readonly missing: readonly Missing[];
}
