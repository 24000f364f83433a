import type { Literal } from './atom.ts';

/**
 * An atom that is not understood; or a set that may be too great, e.g. because of a policy variable
 * without a known value, and that a value must not be in.
 */
export function isDoubtful({ atom, holds }: Literal): boolean {
  if (atom.unsure !== undefined) return true;
  const isGreat = atom.tooGreat !== undefined || atom.variables.length > 0;
  return isGreat && atom.negated === holds;
}

export function doubtOf({ atom }: Literal): string {
  return atom.unsure ?? atom.tooGreat ?? `the policy variable \${${atom.variables.join('}, ${')}}`;
}
