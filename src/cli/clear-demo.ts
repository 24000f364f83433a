import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '../model/json.ts';
import { UserError } from '../model/user-error.ts';
import { readPlan } from '../snapshot/plan.ts';

const written = ['snapshot', 'records.ndjson', 'run.json', 'junit.xml', 'report.txt'];

/**
 * Removes what an earlier demo left in `out`. Throws a UserError, and removes nothing, if something
 * else is there too or the snapshot is of another account than `account`.
 */
export function clearDemo(out: string, account: string): void {
  const names = namesIn(out);
  const stranger = names.find((name) => !written.includes(name));
  if (stranger !== undefined) {
    throw new UserError(`${out} holds ${stranger}, which no demo wrote; choose another --out`);
  }
  const found = names.includes('snapshot') ? accountOf(join(out, 'snapshot')) : account;
  if (found !== account) {
    throw new UserError(
      `${out} holds a snapshot of ${found ?? 'an unknown account'}, not of the demo; choose another --out`,
    );
  }
  for (const name of names) rmSync(join(out, name), { recursive: true });
}

function namesIn(out: string): readonly string[] {
  try {
    return readdirSync(out);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`${out} cannot be used: ${reason}; choose another --out`, { cause: error });
  }
}

/** Of a whole snapshot, or of one that was interrupted. */
function accountOf(snapshot: string): string | undefined {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(snapshot, 'manifest.json'), 'utf8'));
    if (!isJsonObject(manifest)) return undefined;
    return typeof manifest['account'] === 'string' ? manifest['account'] : undefined;
  } catch {
    return readPlan(snapshot)?.account;
  }
}
