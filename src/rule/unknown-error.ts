import { describeMissing } from '../model/describe-missing.ts';
import type { Missing } from '../model/verdict.ts';

/** Thrown where a test cannot tell: its record is `unknown`, neither a pass nor a fail. */
export class UnknownError extends Error {
  readonly missing: readonly [Missing, ...Missing[]];

  constructor(first: Missing, ...rest: Missing[]) {
    const missing = [first, ...rest] as const;
    super(`cannot be judged: ${missing.map(describeMissing).join('; ')}`);
    this.name = 'UnknownError';
    this.missing = [first, ...rest];
  }
}

/** By its shape, because a test file may have loaded another copy of this module. */
export function isUnknownError(error: unknown): error is UnknownError {
  return (
    error instanceof Error &&
    error.name === 'UnknownError' &&
    'missing' in error &&
    Array.isArray(error.missing) &&
    error.missing.length > 0
  );
}
