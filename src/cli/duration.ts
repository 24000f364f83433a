import { UserError } from '../model/user-error.ts';

const units: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/** The moment that `text` names: `90d`, `12h` or `4w` before `now`, or an ISO-8601 date. */
export function parseSince(text: string, now: Date, place: string): Date {
  const age = /^(\d{1,6})([hdw])$/.exec(text);
  if (age !== null) {
    return new Date(now.getTime() - Number(age[1]) * (units[age[2] ?? ''] ?? 0));
  }
  const date = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z?)?$/.test(text) ? new Date(text) : undefined;
  if (date === undefined || Number.isNaN(date.getTime())) {
    throw new UserError(`${place}: "${text}" is not a time; write e.g. 90d, 12h, 4w or 2026-08-01`);
  }
  if (date > now) throw new UserError(`${place}: "${text}" lies in the future`);
  return date;
}
