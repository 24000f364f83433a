import type { Observed } from '../../model/observed.ts';

const ended: ReadonlySet<string> = new Set(['Completed', 'Failed', 'Stopped']);

/** A job runs until it is known to have ended. */
export function isRunning(status: Observed<string>): boolean {
  return status.state !== 'present' || !ended.has(status.value);
}
