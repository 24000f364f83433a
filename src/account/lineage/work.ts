import type { ArtifactClass } from '../../model/artifact-class.ts';
import type { Identity } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { ArtifactUse } from './artifact.ts';
import type { Purpose } from './execution.ts';

/**
 * One thing that SageMaker does by one role, before the classes of its data are settled. The two
 * answers of lineage, artifacts and executions, are two views of these.
 */
export interface Work {
  /** Undefined for what only names artifacts, as a model package does. */
  readonly purpose: Purpose | undefined;
  readonly subject: Pick<Identity, 'id' | 'kind' | 'name'>;
  /** ARN; undefined if there is none, or it was not read. */
  readonly role: string | undefined;
  readonly live: boolean;
  readonly uses: readonly PlaceUse[];
  /** ARN of the model that an endpoint serves. */
  readonly serves?: string;
}

/**
 * What the place decides: `data` to learn from is training data unless something explains it better;
 * `inferenceData` (what a model is asked and answers) is no artifact unless something does.
 */
export type UnsettledClass = 'data' | 'inferenceData';

export interface PlaceUse {
  readonly class: ArtifactClass | UnsettledClass;
  /** ARN pattern. */
  readonly place: string;
  /** As given. */
  readonly uri: string;
  readonly how: ArtifactUse['how'];
  /** An URI: whatever lies there, or below it as a folder, is of the class for certain. */
  readonly settles?: string;
}

/** A hole in what was read, and what it may hide. */
export interface Hole {
  readonly missing: Missing;
  readonly classes: readonly ArtifactClass[];
  readonly purposes: readonly Purpose[];
}

export interface Works {
  readonly list: readonly Work[];
  readonly holes: readonly Hole[];
}
