import type { StatusCounts } from '../model/record.ts';

const order = ['fail', 'unknown', 'waived', 'manual', 'pass', 'not-applicable'] as const;

/** `2 fail, 1 unknown, 11 pass`, without what did not occur. */
export function countsInWords(counts: StatusCounts): string {
  const said = order.filter((status) => counts[status] > 0);
  return said.map((status) => `${String(counts[status])} ${status}`).join(', ') || 'no records';
}
