import { ListTruncated } from './call-error.ts';
import type { Paging } from '../collector.ts';
import type { Input, OperationId, Output } from './sdk.ts';

/** A list longer than this is a loop. 100,000 training jobs are 1,000 pages. */
const pageBudget = 20_000;

/**
 * Every page of a list, ended only by what AWS says. The SDK's own paginators end without a word
 * when a token repeats, which would make a cut list look complete.
 */
export async function* pages<O extends OperationId>(
  call: (operation: O, input: Input<O>) => Promise<Output<O>>,
  list: { readonly operation: O; readonly input: Input<O>; readonly members: Paging },
): AsyncGenerator<Output<O>> {
  const { operation, input, members } = list;
  const seen = new Set<string>();
  let token: string | undefined;
  for (let page = 0; page < pageBudget; page += 1) {
    const asked = token === undefined ? input : { ...(input as object), [members.request]: token };
    const output = await call(operation, asked as Input<O>);
    yield output;
    token = nextToken(operation, output as Readonly<Record<string, unknown>>, members);
    if (token === undefined) return;
    if (seen.has(token)) throw new ListTruncated(operation, 'a page token came back a second time');
    seen.add(token);
  }
  throw new ListTruncated(operation, `the list did not end within ${pageBudget} pages`);
}

function nextToken(
  operation: string,
  output: Readonly<Record<string, unknown>>,
  members: Paging,
): string | undefined {
  const token = output[members.reply];
  const more = members.more === undefined ? undefined : output[members.more];
  const hasToken = typeof token === 'string' && token !== '';
  if (more === true && !hasToken) {
    throw new ListTruncated(operation, `there is more, but the reply has no ${members.reply}`);
  }
  if (more === false) return undefined;
  return hasToken ? token : undefined;
}
