import { present, type Observed } from '../../model/observed.ts';
import { ListTruncated } from '../call/call-error.ts';
import type { Aws, Paging } from '../collector.ts';
import { problemOf } from './observe.ts';
import type { Input, OperationId, Output } from '../call/sdk.ts';

/** All pages of a list as one field. Present only when the list came to its end. */
export async function observeList<O extends OperationId, T>(
  aws: Aws,
  list: { readonly operation: O; readonly input: Input<O>; readonly paging: Paging },
  read: (page: Output<O>) => readonly T[],
): Promise<Observed<readonly T[]>> {
  const { operation, input, paging } = list;
  const items: T[] = [];
  try {
    for await (const page of aws.pages(operation, input, paging)) items.push(...read(page));
    return present(items);
  } catch (error) {
    return error instanceof ListTruncated ? error.unread : problemOf(error, operation);
  }
}
