import { canonicalJson } from '../model/canonical.ts';
import type { CallCoverage, Universe } from '../model/snapshot.ts';
import { kindName } from './manifest.ts';
import { amount, count, instant, mapOf, members, oneOf, text, type Check } from './shape.ts';
import { unread } from './state.ts';

/** The truth about universes and calls, as `coverage.jsonl` holds it. */
export interface Coverage {
  readonly universes: readonly Universe[];
  readonly calls: readonly CallCoverage[];
}

type CoverageLine = { readonly universe: Universe } | { readonly call: CallCoverage };

const ends: { readonly [E in Universe['end']]: true } = {
  complete: true,
  truncated: true,
  denied: true,
  error: true,
  skipped: true,
};

const universeMembers = {
  kind: kindName,
  account: text,
  region: text,
  end: oneOf(Object.keys(ends)),
  items: count,
};

const callMembers: { readonly [M in keyof CallCoverage]: Check } = {
  account: text,
  region: text,
  operation: text,
  calls: count,
  items: count,
  attempts: count,
  throttles: count,
  milliseconds: amount,
  failures: mapOf(count),
  firstAt: instant,
  lastAt: instant,
};

const lineShape = members(
  {},
  {
    universe: members(universeMembers, { since: instant, problem: unread }),
    call: members({ ...callMembers }),
  },
);

/** Lines of canonical JSON, sorted. */
export function coverageLines({ universes, calls }: Coverage): readonly string[] {
  return [
    ...universes.map((universe) => canonicalJson({ universe })),
    ...calls.map((call) => canonicalJson({ call })),
  ].sort();
}

/** Reads one line. Throws an error that says what is wrong with it. */
export function decodeCoverage(line: string): CoverageLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new TypeError('it is not JSON', { cause: error });
  }
  const problem = lineShape(value);
  if (problem !== null) throw new TypeError(`it${problem}`);
  const found = value as Partial<Record<'universe' | 'call', unknown>>;
  if (Object.keys(found).length !== 1) throw new TypeError('it is not one universe or one call');
  if (canonicalJson(value) !== line) throw new TypeError('it is not canonical JSON (RFC 8785)');
  // The checks above have established the members.
  return value as CoverageLine;
}

/** One entry for each account, region and operation, whichever units made the calls. */
export function addUpCalls(calls: readonly CallCoverage[]): readonly CallCoverage[] {
  const sums = new Map<string, CallCoverage>();
  for (const call of calls) {
    const key = canonicalJson([call.account, call.region, call.operation]);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? call : addUp(sum, call));
  }
  return [...sums.values()];
}

function addUp(one: CallCoverage, other: CallCoverage): CallCoverage {
  const failures = new Map(Object.entries(one.failures));
  for (const [state, failed] of Object.entries(other.failures))
    failures.set(state, (failures.get(state) ?? 0) + failed);
  return {
    ...one,
    calls: one.calls + other.calls,
    items: one.items + other.items,
    attempts: one.attempts + other.attempts,
    throttles: one.throttles + other.throttles,
    milliseconds: one.milliseconds + other.milliseconds,
    failures: Object.fromEntries(failures),
    firstAt: one.firstAt < other.firstAt ? one.firstAt : other.firstAt,
    lastAt: one.lastAt > other.lastAt ? one.lastAt : other.lastAt,
  };
}
