import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeCoverage } from '../snapshot/coverage.ts';

const listed = 5;

/**
 * What of an account could not be read, in a line: operations that were denied, and lists that are
 * not complete. Null if there are none.
 */
export function unreadText(snapshot: string): string | null {
  const lines = readFileSync(join(snapshot, 'coverage.jsonl'), 'utf8').split('\n');
  const found = new Map<string, number>();
  for (const line of lines) {
    if (line === '') continue;
    const [name, count] = gapIn(decodeCoverage(line));
    if (count > 0) found.set(name, (found.get(name) ?? 0) + count);
  }
  if (found.size === 0) return null;
  const parts = [...found].map(([name, count]) => `${name} (${String(count)})`).sort();
  const rest = parts.length > listed ? `, and ${String(parts.length - listed)} more` : '';
  return `NOT READ: ${parts.slice(0, listed).join(', ')}${rest}. What rests on it will be unknown.`;
}

/** Calls that end with an error are not counted: "there is none" comes as an error, too. */
function gapIn(line: ReturnType<typeof decodeCoverage>): readonly [string, number] {
  if ('call' in line) return [`${line.call.operation} denied`, line.call.failures['denied'] ?? 0];
  const { kind, end } = line.universe;
  return [`list of ${kind} ${end}`, end === 'complete' || end === 'skipped' ? 0 : 1];
}
