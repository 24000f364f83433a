import { absent, given, type Observed } from '../../model/observed.ts';
import { CallError } from '../call/call-error.ts';
import { meansUnsupported } from '../call/means-unsupported.ts';
import type { Aws, ObserveOptions } from '../collector.ts';
import type { Input, OperationId, Output } from '../call/sdk.ts';

/** Thrown by a `read` function: the reply lacks a member that AWS always sends. */
export class IncompleteReply extends Error {
  constructor(member: string) {
    super(`the reply has no ${member}`);
    this.name = 'IncompleteReply';
  }
}

/** The value, or `IncompleteReply`: for members whose absence must not be read as "none". */
export function required<T>(value: T | null | undefined, member: string): T {
  if (value === undefined || value === null) throw new IncompleteReply(member);
  return value;
}

/**
 * One call as a field: present, or absent when `read` gives null or undefined or the code is one of
 * `options.absent`; otherwise the classified problem.
 */
export async function observe<O extends OperationId, T>(
  aws: Aws,
  operation: O,
  input: Input<O>,
  read: (output: Output<O>) => T | null | undefined,
  options: ObserveOptions = {},
): Promise<Observed<T>> {
  try {
    return given(read(await aws.call(operation, input, options.absent)));
  } catch (error) {
    return problemOf(error, operation, options);
  }
}

/** The state of a field whose call failed. Rethrows what is not a failed call. */
export function problemOf(
  error: unknown,
  operation: string,
  options: ObserveOptions = {},
): Observed<never> {
  if (error instanceof IncompleteReply) {
    return { state: 'error', call: operation, code: 'IncompleteReply', message: error.message };
  }
  if (!(error instanceof CallError)) throw error;
  if (options.absent?.includes(error.code) === true) return absent;
  if (meansUnsupported(error.code)) {
    return { state: 'unsupported', call: operation, code: error.code };
  }
  if (options.listed === false && error.unread.state === 'gone') {
    return { state: 'error', call: operation, code: error.code, message: error.message };
  }
  return error.unread;
}
