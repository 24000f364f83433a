import { maybe } from '../decide/tri.ts';
import type { Literal } from './atom.ts';
import type { Domain } from './domain.ts';

/**
 * An atom that is not understood; or a set that may be too great, e.g. because of a policy variable
 * without a known value, and that a value must not be in.
 */
export function isDoubtful({ atom, holds }: Literal, domain: Domain): boolean {
  // What the request carries is known: the concrete engine answers.
  if (domain.is === 'fixed' && atom.compiled !== undefined) {
    return atom.compiled.holds(domain.context) === maybe;
  }
  if (atom.unsure !== undefined) return true;
  const isGreat = atom.tooGreat !== undefined || atom.variables.length > 0;
  return isGreat && atom.negated === holds;
}

export function doubtOf({ atom }: Literal): string {
  const { unsure, tooGreat, variables, variable } = atom;
  if (unsure !== undefined || tooGreat !== undefined) return unsure ?? tooGreat ?? '';
  if (variables.length > 0) return `the policy variable \${${variables.join('}, ${')}}`;
  return `what the request has under ${variable} is not known`;
}

/** Whether nobody knows what requests carry under the variable. */
export function isUnknown(domain: Domain): boolean {
  return domain.is === 'open' && domain.unsure === true;
}
