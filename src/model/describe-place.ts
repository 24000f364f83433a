import type { Evidence } from './verdict.ts';

/** Field and statement that were looked at; empty when the evidence names neither. */
export function describePlace(evidence: Evidence): string {
  const { field, statement } = evidence;
  const parts = field === undefined ? [] : [field];
  if (statement !== undefined) {
    const sid = statement.sid === undefined ? '' : ` (Sid ${statement.sid})`;
    // People count from one; the index of the model counts from zero.
    parts.push(`${statement.policy}, statement ${String(statement.index + 1)}${sid}`);
  }
  return parts.join(', ');
}
