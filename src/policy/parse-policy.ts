import type { Policy, PolicyText } from '../model/policy.ts';

/** Something about a document that AWS would reject, ignore or read in a surprising way. */
export interface Oddity {
  /** JSON pointer into the document. */
  readonly at: string;
  readonly message: string;
}

export interface ParsedPolicy {
  readonly policy: Policy;
  /** Not empty: the statements do not say all that the document says. */
  readonly oddities: readonly Oddity[];
}

/** Never throws; what it does not understand is an oddity. Parsed once per text (WeakMap). */
export function parsePolicy(_text: PolicyText): ParsedPolicy {
  throw new Error('not written yet');
}
