import type { Literal } from './atom.ts';

/**
 * An atom that is not understood; or a set that may be too great, because of a policy variable
 * without a known value, and that a value must not be in.
 */
export function isDoubtful({ atom, holds }: Literal): boolean {
  if (atom.unsure !== undefined) return true;
  return atom.variables.length > 0 && atom.negated === holds;
}

export function doubtOf({ atom }: Literal): string {
  return atom.unsure ?? `the policy variable \${${atom.variables.join('}, ${')}}`;
}
