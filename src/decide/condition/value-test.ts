import type { Context } from '../context.ts';
import type { Pattern } from '../pattern.ts';
import { maybe, no, yes, type Tri } from '../tri.ts';

/**
 * Whether one value of the request fits one of the policy's values. Negation, sets and missing keys
 * are not its business. `maybe` where AWS would reject the policy's value.
 */
export type ValueTest = (value: string, context: Context) => Tri;

/** A variable without a value fits nothing, so that negated operators hold (IAM: variables). */
export function anyPattern(patterns: readonly Pattern[]): ValueTest {
  return (value, context) => {
    let best: Tri = no;
    for (const pattern of patterns) {
      const match = pattern.matches(value, context);
      if (match === yes) return yes;
      if (match === maybe) best = maybe;
    }
    return best;
  };
}

/** For values without wildcards and variables, of which there may be very many. */
export function exactOrPattern(
  exact: ReadonlySet<string>,
  patterns: readonly Pattern[],
): ValueTest {
  const others = anyPattern(patterns);
  if (patterns.length === 0) return (value) => (exact.has(value) ? yes : no);
  return (value, context) => (exact.has(value) ? yes : others(value, context));
}
