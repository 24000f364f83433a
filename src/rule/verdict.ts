import { isUnread, type Observed, type Unread } from '../model/observed.ts';
import type { Evidence, Missing, Verdict } from '../model/verdict.ts';

export function pass(note?: string): Verdict {
  return note === undefined ? { verdict: 'pass' } : { verdict: 'pass', note };
}

export function fail(first: Evidence, ...rest: Evidence[]): Verdict {
  return { verdict: 'fail', evidence: [first, ...rest] };
}

export function unknown(first: Missing, ...rest: Missing[]): Verdict {
  return { verdict: 'unknown', missing: [first, ...rest] };
}

export function notApplicable(why: string): Verdict {
  return { verdict: 'not-applicable', why };
}

/** Fails if there is any evidence, passes otherwise. */
export function failOnAny(evidence: readonly Evidence[]): Verdict {
  const [first, ...rest] = evidence;
  return first === undefined ? pass() : fail(first, ...rest);
}

type Values<F extends Record<string, Observed<unknown>>> = {
  readonly [N in keyof F]: F[N] extends Observed<infer T> ? T | null : never;
};

/**
 * Judges fields that were read: `decide` gets each value, null for one that is absent or that does
 * not exist for this resource. If any field could not be read the verdict is unknown, naming all of
 * them, and `decide` is not called.
 */
export function judge<const F extends Record<string, Observed<unknown>>>(
  fields: F,
  decide: (values: Values<F>) => Verdict,
): Verdict {
  const values: Record<string, unknown> = {};
  const missing: Missing[] = [];
  for (const [what, observed] of Object.entries(fields)) {
    if (isUnread(observed)) missing.push({ what, why: observed satisfies Unread });
    else values[what] = observed.state === 'present' ? observed.value : null;
  }
  const [first, ...rest] = missing;
  return first === undefined ? decide(values as Values<F>) : unknown(first, ...rest);
}
