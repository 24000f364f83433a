/**
 * A set of whole numbers, or of all numbers, as disjoint ranges in ascending order. Ends belong to
 * a range unless it says that they are open.
 */
export type IntervalSet<N extends number | bigint> = readonly Interval<N>[];

export interface Interval<N extends number | bigint> {
  /** `undefined`: without end. */
  readonly low: N | undefined;
  readonly lowOpen: boolean;
  readonly high: N | undefined;
  readonly highOpen: boolean;
}

export function everything<N extends number | bigint>(): IntervalSet<N> {
  return [{ low: undefined, lowOpen: false, high: undefined, highOpen: false }];
}

export function between<N extends number | bigint>(low: N, high: N): IntervalSet<N> {
  return [{ low, lowOpen: false, high, highOpen: false }];
}

export function below<N extends number | bigint>(high: N, highOpen: boolean): IntervalSet<N> {
  return [{ low: undefined, lowOpen: false, high, highOpen }];
}

export function above<N extends number | bigint>(low: N, lowOpen: boolean): IntervalSet<N> {
  return [{ low, lowOpen, high: undefined, highOpen: false }];
}

export function intersection<N extends number | bigint>(
  a: IntervalSet<N>,
  b: IntervalSet<N>,
): IntervalSet<N> {
  return a.flatMap((x) => b.flatMap((y) => common(x, y)));
}

function common<N extends number | bigint>(x: Interval<N>, y: Interval<N>): readonly Interval<N>[] {
  const [low, lowOpen] = higherLow(x, y);
  const [high, highOpen] = lowerHigh(x, y);
  if (low !== undefined && high !== undefined) {
    if (low > high || (low === high && (lowOpen || highOpen))) return [];
  }
  return [{ low, lowOpen, high, highOpen }];
}

function higherLow<N extends number | bigint>(
  x: Interval<N>,
  y: Interval<N>,
): readonly [N | undefined, boolean] {
  if (x.low === undefined) return [y.low, y.lowOpen];
  if (y.low === undefined || x.low > y.low) return [x.low, x.lowOpen];
  if (y.low > x.low) return [y.low, y.lowOpen];
  return [x.low, x.lowOpen || y.lowOpen];
}

function lowerHigh<N extends number | bigint>(
  x: Interval<N>,
  y: Interval<N>,
): readonly [N | undefined, boolean] {
  if (x.high === undefined) return [y.high, y.highOpen];
  if (y.high === undefined || x.high < y.high) return [x.high, x.highOpen];
  if (y.high < x.high) return [y.high, y.highOpen];
  return [x.high, x.highOpen || y.highOpen];
}

/** All that is in none of the ranges, which need not be disjoint. */
export function complement<N extends number | bigint>(set: IntervalSet<N>): IntervalSet<N> {
  return set.reduce<IntervalSet<N>>(
    (rest, one) => intersection(rest, outside(one)),
    everything<N>(),
  );
}

function outside<N extends number | bigint>(one: Interval<N>): IntervalSet<N> {
  return [
    ...(one.low === undefined ? [] : below(one.low, !one.lowOpen)),
    ...(one.high === undefined ? [] : above(one.high, !one.highOpen)),
  ];
}
