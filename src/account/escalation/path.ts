import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { EscalationPath } from './edge.ts';
import type { Need } from './need.ts';

/** One way to act as somebody else, as data: what it needs, and what there is to take it through. */
export interface Path {
  readonly code: EscalationPath;
  /** Permissions that every target asks for, over all of them: whoever lacks one is not asked about any. */
  readonly gates: readonly Need[];
  /** The role is used only for what SageMaker reads and writes in S3; no code of the caller runs. */
  readonly movesOnly?: true;
  readonly targets: (account: Account) => Targets;
}

export interface Targets {
  readonly list: readonly Target[];
  /** Why there may be further targets. */
  readonly missing: readonly Missing[];
}

/** One thing that the path can be taken through. */
export interface Target {
  /** ARN of the role or user that one gets to act as. */
  readonly to: string;
  /** It cannot be told whether it is such a target, and why. */
  readonly doubt?: string;
  /** ARN of what it goes through. */
  readonly through?: string;
  /** What one does, e.g. `starts a training job`. */
  readonly words: string;
  readonly needs: readonly Need[];
  /** One of these lists is needed beside; none if left out. */
  readonly anyOf?: readonly (readonly Need[])[];
  /** Name of the user whose own it is: nothing to gain for him. */
  readonly owner?: string | undefined;
  /** Whether it is the work of the principal (ARN) to do that. */
  readonly isWorkOf?: (arn: string) => boolean;
  /** It is `to` itself that widens its own permissions. */
  readonly self?: true;
}
