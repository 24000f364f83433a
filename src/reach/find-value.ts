import type { Budget } from './budget.ts';
import { complement, everything, intersection, type IntervalSet } from './interval/interval-set.ts';
import { findText } from './text/find-text.ts';
import type { ValueSet } from './value-set.ts';

/** A value must be in the set, or must not. */
export interface Membership {
  readonly set: ValueSet;
  readonly inside: boolean;
}

/** `none` is a proof; `unclear` is not. */
export type Found = { readonly value: string } | 'none' | 'unclear';

/** A single value that meets all demands. */
export function findValue(demands: readonly Membership[], budget: Budget): Found {
  const families = new Set(demands.map(({ set }) => set.family));
  if (families.size > 1) return findMixed(demands, families, budget);
  const [family] = families;
  if (family === undefined) return { value: 'x' };
  switch (family) {
    case 'text':
      return findAmongTexts(demands, budget);
    case 'number':
      return found(numberIn(rangesOf(demands, 'number')), String);
    case 'date':
      return found(numberIn(rangesOf(demands, 'date')), (time) => dateText(time));
    case 'address':
      return findAddress(demands);
  }
}

/** A value of one type that meets demands of another type can only be one that is tried. */
function findMixed(
  demands: readonly Membership[],
  families: ReadonlySet<ValueSet['family']>,
  budget: Budget,
): Found {
  for (const family of families) {
    const own = demands.filter(({ set }) => set.family === family);
    // A value that is not of a type is outside of every set of that type.
    if (own.some((one) => one.inside) && findValue(own, budget) === 'none') return 'none';
  }
  return 'unclear';
}

/** Steps for one text. */
const most = 20_000;

function findAmongTexts(demands: readonly Membership[], budget: Budget): Found {
  const machines = (inside: boolean) =>
    demands.flatMap((one) =>
      one.inside === inside && one.set.family === 'text' ? [one.set.machine] : [],
    );
  const text = findText(machines(true), machines(false), budget.part(most));
  if (text === 'budget') return 'unclear';
  return text === 'none' ? 'none' : { value: text.text };
}

function rangesOf(demands: readonly Membership[], family: 'number' | 'date'): IntervalSet<number> {
  return demands.reduce<IntervalSet<number>>((rest, { set, inside }) => {
    if (set.family !== family) return rest;
    return intersection(rest, inside ? set.numbers : complement(set.numbers));
  }, everything<number>());
}

function found(number: number | undefined, text: (value: number) => string): Found {
  return number === undefined ? 'none' : { value: text(number) };
}

function numberIn([first]: IntervalSet<number>): number | undefined {
  if (first === undefined) return undefined;
  const { low, lowOpen, high, highOpen } = first;
  if (low !== undefined && !lowOpen) return low;
  if (high !== undefined && !highOpen) return high;
  if (low === undefined) return high === undefined ? 0 : high - 1;
  if (high === undefined) return low + 1;
  return low + 1 < high ? low + 1 : (low + high) / 2;
}

function dateText(time: number): string {
  const date = new Date(Math.max(0, Math.ceil(time)));
  return Number.isNaN(date.getTime()) ? '2000-01-01T00:00:00Z' : date.toISOString();
}

const limits = { v4: 2n ** 32n - 1n, v6: 2n ** 128n - 1n } as const;

function findAddress(demands: readonly Membership[]): Found {
  for (const family of ['v4', 'v6'] as const) {
    const all: IntervalSet<bigint> = [
      { low: 0n, lowOpen: false, high: limits[family], highOpen: false },
    ];
    const left = demands.reduce<IntervalSet<bigint>>((rest, { set, inside }) => {
      if (set.family !== 'address') return rest;
      return intersection(rest, inside ? set[family] : complement(set[family]));
    }, all);
    const value = lowestIn(left);
    if (value !== undefined) return { value: addressText(value, family) };
  }
  return 'none';
}

function lowestIn(set: IntervalSet<bigint>): bigint | undefined {
  for (const { low = 0n, lowOpen, high, highOpen } of set) {
    const value = lowOpen ? low + 1n : low;
    if (high === undefined || value < high || (value === high && !highOpen)) return value;
  }
  return undefined;
}

function addressText(value: bigint, family: 'v4' | 'v6'): string {
  if (family === 'v4') {
    return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  }
  const hex = value.toString(16).padStart(32, '0');
  return (hex.match(/.{4}/g) ?? []).join(':');
}
