import { maybe, no, yes } from '../tri.ts';
import type { ValueTest } from './value-test.ts';

/** How the order of a request's value and a policy's value must be; `compare` as for `sort`. */
export const orders = {
  Equals: (compare: number) => compare === 0,
  LessThan: (compare: number) => compare < 0,
  LessThanEquals: (compare: number) => compare <= 0,
  GreaterThan: (compare: number) => compare > 0,
  GreaterThanEquals: (compare: number) => compare >= 0,
} as const;

export type Order = keyof typeof orders;

interface Scale<T> {
  /** Undefined for text that is not of this type. */
  readonly parse: (text: string) => T | undefined;
  readonly compare: (a: T, b: T) => number;
}

/** Compares values that have an order. A request's value of another type fits nothing. */
export function orderTest<T>(
  values: readonly string[],
  order: Order,
  { parse, compare }: Scale<T>,
): ValueTest {
  const fits = orders[order];
  const wanted = values.map(parse).filter((value) => value !== undefined);
  const otherwise = wanted.length < values.length ? maybe : no;
  return (text) => {
    const actual = parse(text);
    if (actual === undefined) return otherwise;
    for (const value of wanted) if (fits(compare(actual, value))) return yes;
    return otherwise;
  };
}
