import type { Unread } from './observed.ts';

/** What a rule says of one resource. A pass without having looked cannot be written by accident: */
/** every field a rule `needs` must be settled, or the runner turns its pass into unknown. */
export type Verdict =
  | { readonly verdict: 'pass'; readonly note?: string }
  | { readonly verdict: 'fail'; readonly evidence: readonly [Evidence, ...Evidence[]] }
  | { readonly verdict: 'unknown'; readonly missing: readonly [Missing, ...Missing[]] }
  | { readonly verdict: 'not-applicable'; readonly why: string };

export interface Evidence {
  /** Stable id of the finding within its rule, e.g. `no-vpc` or `action:s3:*`; waivers name it. */
  readonly finding: string;
  readonly expected: string;
  readonly got: string;
  /** The field that was looked at. */
  readonly field?: string;
  readonly statement?: StatementRef;
}

/** Which statement in which policy. */
export interface StatementRef {
  /** E.g. `bucket policy`, `trust policy`, or a managed policy's ARN. */
  readonly policy: string;
  readonly index: number;
  readonly sid?: string;
}

/** What would have been needed to judge. */
export interface Missing {
  /** E.g. a field name, or `all keys in eu-west-1`. */
  readonly what: string;
  readonly why: Unread;
  /** What the user can do about it. */
  readonly mend?: string;
}
