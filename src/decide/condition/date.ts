import { orderTest, type Order } from './order.ts';
import type { ValueTest } from './value-test.ts';

export function date(values: readonly string[], order: Order): ValueTest {
  return orderTest(values, order, { parse: parseDate, compare: (a, b) => a - b });
}

const isoForm =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(Z|[+-]\d\d:?\d\d)?)?)?$/;

/**
 * Milliseconds since 1970 for a date of W3C's ISO 8601 forms, or for seconds since 1970. A time
 * without a zone is UTC. Four digits alone may be a year or seconds: not understood.
 */
function parseDate(text: string): number | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text.length === 4 ? undefined : Number(text) * 1000;
  const match = isoForm.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '01', hour = '00', minute = '00'] = match;
  const seconds = Number(match[6] ?? 0);
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (!isRealDay(new Date(midnight), [Number(year), Number(month), Number(day)])) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || seconds >= 61) return undefined;
  const time = (Number(hour) * 60 + Number(minute)) * 60 + seconds;
  return midnight + Math.round(time * 1000) - zoneOffset(match[7]);
}

/** JavaScript makes 2 March of 30 February, and 1999 of the year 99. */
function isRealDay(made: Date, [year, month, day]: readonly [number, number, number]): boolean {
  return (
    made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day
  );
}

/** In milliseconds. */
function zoneOffset(zone = 'Z'): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
