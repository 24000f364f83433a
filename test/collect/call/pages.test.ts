import { expect } from 'chai';
import { ListTruncated } from '../../../src/collect/call/call-error.ts';
import { paging } from '../../../src/collect/collector.ts';
import { pages } from '../../../src/collect/call/pages.ts';

describe('pages', () => {
  it('goes on over empty pages until there is no token', async () => {
    const asked: unknown[] = [];
    const seen = await collect(
      [{ Models: [1], NextToken: 'a' }, { Models: [], NextToken: 'b' }, { Models: [2] }],
      asked,
    );
    expect(seen.flat()).to.deep.equal([1, 2]);
    expect(asked).to.deep.equal([undefined, 'a', 'b']);
  });

  it('throws ListTruncated when a token comes back', async () => {
    const error = await failure([
      { Models: [1], NextToken: 'a' },
      { Models: [2], NextToken: 'a' },
    ]);
    expect(error).to.be.instanceOf(ListTruncated);
  });

  it('throws ListTruncated when IsTruncated is true without a marker', async () => {
    const error = await failure([{ Roles: [], IsTruncated: true }], 'iam');
    expect(error).to.be.instanceOf(ListTruncated);
  });

  it('ends on IsTruncated=false even if a marker is given', async () => {
    const seen = await collect([{ Models: [1], IsTruncated: false, Marker: 'x' }], [], 'iam');
    expect(seen).to.have.length(1);
  });
});

type Reply = Readonly<Record<string, unknown>>;

async function collect(
  replies: Reply[],
  asked: unknown[],
  style: 'nextToken' | 'iam' = 'nextToken',
): Promise<unknown[]> {
  const call = (_operation: string, input: unknown) => {
    asked.push((input as Reply)[paging[style].request]);
    const reply = replies.shift();
    return reply === undefined ? Promise.reject(new Error('no page left')) : Promise.resolve(reply);
  };
  const seen: unknown[] = [];
  const list = { operation: 'sagemaker:ListModels', input: {}, members: paging[style] } as const;
  for await (const page of pages(call as never, list))
    seen.push((page as unknown as Reply)['Models']);
  return seen;
}

async function failure(
  replies: Reply[],
  style: 'nextToken' | 'iam' = 'nextToken',
): Promise<unknown> {
  try {
    await collect(replies, [], style);
  } catch (error) {
    return error;
  }
  throw new Error('the list ended well');
}
