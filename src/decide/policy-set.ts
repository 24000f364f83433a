import type { ParsedPolicy } from '../policy/parse-policy.ts';

/** A parsed policy and what to call it in a reason, e.g. `ml-boundary` or `bucket policy`. */
export interface SourcedPolicy extends ParsedPolicy {
  readonly name: string;
}

/**
 * All policies that apply to a request. A missing layer does not apply; an empty one applies and
 * allows nothing.
 */
export interface PolicySet {
  readonly identity: readonly SourcedPolicy[];
  readonly boundary?: readonly SourcedPolicy[];
  readonly session?: readonly SourcedPolicy[];
  /** One list for every level of the organisation, root first; of the principal's account. */
  readonly scp?: readonly (readonly SourcedPolicy[])[];
  /** One list for every level; of the resource's account. */
  readonly rcp?: readonly (readonly SourcedPolicy[])[];
  readonly endpoint?: readonly SourcedPolicy[];
  /** Bucket, key, trust or other resource policy. */
  readonly resource?: SourcedPolicy;
}

/** Where a policy stands in the evaluation. */
export type Layer = 'identity' | 'boundary' | 'session' | 'scp' | 'rcp' | 'endpoint' | 'resource';
