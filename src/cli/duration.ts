import { UserError } from '../model/user-error.ts';

const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/** The moment that `text` names: `90d`, `12h` or `4w` before `now`, or an ISO-8601 date. */
export function parseSince(text: string, now: Date, place: string): Date {
  const moment = momentOf(text, now);
  if (moment === undefined) {
    throw new UserError(`${place}: "${text}" is not a time; write e.g. 90d, 12h, 4w or 2026-08-01`);
  }
  if (moment > now) throw new UserError(`${place}: "${text}" lies in the future`);
  if (moment < earliest) {
    throw new UserError(`${place}: "${text}" lies before AWS; write e.g. 2006-01-01`);
  }
  return moment;
}

/** No account and no job is older. */
const earliest = new Date('2006-01-01');

function momentOf(text: string, now: Date): Date | undefined {
  const age = /^(\d{1,6})([hdw])$/.exec(text);
  if (age !== null) {
    return new Date(now.getTime() - Number(age[1]) * (units[age[2] ?? ''] ?? 0));
  }
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?$/.test(text) || !isDay(text.slice(0, 10))) return undefined;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** `Date` takes 31 February for 3 March. */
function isDay(text: string): boolean {
  const day = new Date(text);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
