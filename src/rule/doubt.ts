import type { Missing, Verdict } from '../model/verdict.ts';
import { unknown } from './verdict.ts';

/** Withdraws a pass while something is missing; every other verdict stands. */
export function unlessDoubted(verdict: Verdict, missing: readonly Missing[]): Verdict {
  const [first, ...rest] = missing;
  return verdict.verdict === 'pass' && first !== undefined ? unknown(first, ...rest) : verdict;
}
