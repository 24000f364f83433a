import type { Kind } from '../model/resource.ts';
import { CallError, ListTruncated } from './call/call-error.ts';
import type { Sink, UniverseEnd } from './collector.ts';

/**
 * Runs `body`, which lists a kind and writes its resources, and writes the universe by how it
 * ended: complete only when `body` returned. A failed call or a truncated list ends it early;
 * anything else is a bug or an interruption and goes on up.
 */
export async function universe(
  sink: Sink,
  scope: { readonly kind: Kind; readonly region: string; readonly since?: string },
  body: () => Promise<void>,
): Promise<void> {
  try {
    await body();
    sink.universe({ ...scope, end: 'complete' });
  } catch (error) {
    sink.universe({ ...scope, ...brokenEnd(error) });
  }
}

/** How a list ended that threw `error`; rethrows what is not a failed call. */
export function brokenEnd(error: unknown): Pick<UniverseEnd, 'end' | 'problem'> {
  if (error instanceof ListTruncated) return { end: 'truncated', problem: error.unread };
  if (!(error instanceof CallError)) throw error;
  const end = error.unread.state === 'denied' ? 'denied' : 'error';
  return { end, problem: error.unread };
}
