import type { Evidence } from './verdict.ts';

/** Field and statement that were looked at; empty when the evidence names neither. */
export function describePlace(evidence: Evidence): string {
  const { field, statement } = evidence;
  const parts = field === undefined ? [] : [field];
  if (statement !== undefined) {
    const sid = statement.sid === undefined ? '' : ` (Sid ${statement.sid})`;
    // Counted from 0, as everywhere: in finding ids, in `can`, and in the document itself.
    parts.push(`${statement.policy}, statement ${String(statement.index)}${sid}`);
  }
  return parts.join(', ');
}
