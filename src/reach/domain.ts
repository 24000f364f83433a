import type { Context } from '../decide/context.ts';
import type { Membership } from './find-value.ts';

/** What is known of a variable before any policy is read. */
export type Domain = FixedDomain | OpenDomain;

/** The request carries just this; `context` gives it to the concrete engine. */
export interface FixedDomain {
  readonly is: 'fixed';
  readonly values: readonly string[] | undefined;
  readonly context: Context;
}

export interface OpenDomain {
  readonly is: 'open';
  readonly missing: 'never' | 'possible' | 'always';
  /** Of every value. */
  readonly demands: readonly Membership[];
  /** What a value of a witness should be, too, if one of these can be had; the best first. */
  readonly preferred?: readonly Membership[];
  /** The caller cannot choose it, and nobody knows it: nothing that rests on it is certain. */
  readonly unsure?: boolean;
  /** Tells it from other domains that the same key may have. */
  readonly text?: string;
}

export const openDomain: Domain = { is: 'open', missing: 'possible', demands: [] };
