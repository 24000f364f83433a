import type { Observed } from '../../model/observed.ts';
import { given } from '../../model/observed.ts';
import { CallError } from '../call/call-error.ts';
import { IncompleteReply, problemOf, required } from './observe.ts';

/** One field out of a reply in hand; the error state when `read` misses a member it requires. */
export function replyField<T>(call: string, read: () => T | null | undefined): Observed<T> {
  try {
    return given(read());
  } catch (error) {
    return problemOf(error, call);
  }
}

/** One field out of a reply that was observed whole; without the reply, what became of it. */
export function fieldOf<R, T>(
  reply: Observed<R>,
  call: string,
  read: (reply: R) => T | null | undefined,
): Observed<T> {
  return reply.state === 'present' ? replyField(call, () => read(reply.value)) : reply;
}

/**
 * A member that a list cannot do without: its items, or an item's name. Throws `CallError`, because
 * a list with a hole proves nothing about what is not on it. To be called before `aws.each`, which
 * leaves work running when one item throws.
 */
export function listed<T>(value: T | null | undefined, call: string, member: string): T {
  if (value !== undefined && value !== null) return value;
  const { message } = new IncompleteReply(member);
  throw new CallError(call, { state: 'error', call, code: 'IncompleteReply', message }, message);
}

/** ISO-8601 of a date that AWS always sends. */
export function isoDate(date: Date | null | undefined, member: string): string {
  const given = required(date, member);
  if (Number.isNaN(given.getTime())) throw new IncompleteReply(`valid ${member}`);
  return given.toISOString();
}
