import { orderTest, type Order } from './order.ts';
import type { ValueTest } from './value-test.ts';

export function numeric(values: readonly string[], order: Order): ValueTest {
  return orderTest(values, order, { parse: parseDecimal, compare: compareDecimals });
}

interface Decimal {
  readonly approximate: number;
  readonly text: string;
}

/** An integer or a decimal number; one of more than 100 characters is none. */
function parseDecimal(text: string): Decimal | undefined {
  if (text.length > 100 || !/^[+-]?\d+(\.\d+)?$/.test(text)) return undefined;
  return { approximate: Number(text), text };
}

function compareDecimals(a: Decimal, b: Decimal): number {
  // Rounding keeps the order, so only long numbers that look equal need a second look.
  if (a.approximate !== b.approximate) return a.approximate < b.approximate ? -1 : 1;
  if (a.text.length <= 15 && b.text.length <= 15) return 0;
  const places = Math.max(decimalPlaces(a.text), decimalPlaces(b.text));
  const [x, y] = [scaled(a.text, places), scaled(b.text, places)];
  return x === y ? 0 : x < y ? -1 : 1;
}

function decimalPlaces(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

function scaled(text: string, places: number): bigint {
  const [whole = '', decimals = ''] = text.replace('+', '').split('.');
  return BigInt(whole + decimals.padEnd(places, '0'));
}
