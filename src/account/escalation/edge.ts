import type { Missing } from '../../model/verdict.ts';
import type { Reach, ReachPair } from '../reach/reach-answer.ts';

/** How one principal gets to act as another. */
export type EscalationPath =
  | 'sts:AssumeRole'
  /** A code of the catalogue, `ESC-01` to `ESC-16`. */
  | `ESC-${string}`;

/** One principal can act as another, or widen its own policies. */
export interface EscalationEdge {
  /** ARN of a user or role. */
  readonly from: string;
  /** ARN of the role or user that it gets to act as; its own for one that widens its own policies. */
  readonly to: string;
  readonly path: EscalationPath;
  /** `may`: something that it needs cannot be told. */
  readonly is: 'yes' | 'may';
  /** E.g. `starts a training job with role/fraud-training`. */
  readonly words: string;
  /** What SageMaker resource it goes through, e.g. the ARN of a notebook. */
  readonly through?: string;
  /** For `may`: what is not known, beside the permissions. */
  readonly doubt?: string;
  /** Only what the role reads and writes in S3 is gained: no code runs by it, and no chain goes on from it. */
  readonly movesOnly?: true;
  /** It is the principal's work: a training job writes the weights that an endpoint loads. */
  readonly isItsWork?: true;
  /** The permissions that it needs, each with its witness. */
  readonly pairs: readonly ReachPair[];
}

export interface Escalations {
  readonly edges: readonly EscalationEdge[];
  /** What keeps the list from being complete. */
  readonly missing: readonly Missing[];
}

/** The shortest way from a principal to somebody who can. */
export interface Chain {
  /** ARN. */
  readonly start: string;
  /** In order; never empty. */
  readonly edges: readonly [EscalationEdge, ...EscalationEdge[]];
  /** What the last one can. */
  readonly end: Reach;
}

export interface WhoCanBecome {
  /** One for each principal that cannot do it directly, but by escalating. Sorted by length and ARN. */
  readonly chains: readonly Chain[];
  readonly missing: readonly Missing[];
}
