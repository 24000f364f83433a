import { present, type Unread } from '../../model/observed.ts';
import { CallError } from '../call/call-error.ts';
import type { Aws } from '../collector.ts';
import type { Input, OperationId, Output } from '../call/sdk.ts';

/** A whole describe reply, or why there is none. */
export type Described<T> = { readonly state: 'present'; readonly value: T } | Unread;

/** Describes a resource that a list named. */
export async function describeResource<O extends OperationId>(
  aws: Aws,
  operation: O,
  input: Input<O>,
): Promise<Described<Output<O>>> {
  try {
    return present(await aws.call(operation, input));
  } catch (error) {
    if (error instanceof CallError) return error.unread;
    throw error;
  }
}
