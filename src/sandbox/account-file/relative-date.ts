const units = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30 * 86_400_000,
  year: 365 * 86_400_000,
} as const;

export const dateForms = '"40 days ago", "in 2 weeks", "now" or an ISO date such as 2026-11-01';

/**
 * The date meant by `text`, in whole seconds: `N units ago`, `in N units`, `now`, `yesterday` or
 * an ISO-8601 date (UTC) or time with zone. A month has 30 days. Undefined iff it is none of them.
 */
export function relativeDate(text: string, now: Date): Date | undefined {
  const trimmed = text.trim();
  const offset = offsetFrom(trimmed);
  const date = offset === undefined ? isoDate(trimmed) : new Date(now.getTime() + offset);
  if (date === undefined || Number.isNaN(date.getTime())) return undefined;
  return new Date(Math.floor(date.getTime() / 1000) * 1000);
}

function offsetFrom(text: string): number | undefined {
  if (text === 'now') return 0;
  if (text === 'yesterday') return -units.day;
  const match =
    /^(?<count>\d+|an?) (?<unit>minute|hour|day|week|month|year)s? ago$/.exec(text) ??
    /^(?<future>in) (?<count>\d+|an?) (?<unit>minute|hour|day|week|month|year)s?$/.exec(text);
  const { count, unit, future } = match?.groups ?? {};
  if (count === undefined || unit === undefined) return undefined;
  const number = count.startsWith('a') ? 1 : Number(count);
  const span = number * units[unit as keyof typeof units];
  return future === undefined ? -span : span;
}

function isoDate(text: string): Date | undefined {
  const iso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/;
  if (!iso.test(text)) return undefined;
  // `new Date('2026-02-30')` is the second of March: a date that is not in the calendar.
  const day = new Date(text.slice(0, 10));
  const inCalendar = !Number.isNaN(day.getTime()) && day.getUTCDate() === Number(text.slice(8, 10));
  return inCalendar ? new Date(text) : undefined;
}
