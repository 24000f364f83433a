import { expect } from 'chai';
import { paginator, type PagingOptions } from '../../src/sandbox/paginate.ts';

const usual: PagingOptions = {
  service: 'sagemaker',
  pageSize: undefined,
  emptyPages: false,
  repeatToken: false,
};

/** The items of every page until the list ends, at most so many pages. */
function pagesOf(options: Partial<PagingOptions>, size: number, atMost = 20): number[][] {
  const paginate = paginator({ ...usual, ...options });
  const pages: number[][] = [];
  let token: string | undefined;
  do {
    const page = paginate([1, 2, 3, 4, 5], { token, size });
    pages.push([...page.items]);
    token = page.next;
  } while (token !== undefined && pages.length < atMost);
  return pages;
}

describe('paginator', () => {
  it('gives as many items as the caller asks for', () => {
    expect(pagesOf({}, 2)).to.deep.equal([[1, 2], [3, 4], [5]]);
  });

  it('gives fewer when it is told to', () => {
    expect(pagesOf({ pageSize: 3 }, 100)).to.deep.equal([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it('ends with the last item and sends no further page', () => {
    expect(pagesOf({}, 5)).to.deep.equal([[1, 2, 3, 4, 5]]);
  });

  it('sends an empty page before each page', () => {
    expect(pagesOf({ emptyPages: true }, 3)).to.deep.equal([[], [1, 2, 3], [], [4, 5]]);
  });

  it('never ends a list whose token repeats, and gives back the token it was asked with', () => {
    expect(pagesOf({ repeatToken: true }, 2, 3)).to.deep.equal([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    const paginate = paginator({ ...usual, repeatToken: true });
    const first = paginate([1], { token: undefined, size: 1 });
    expect(paginate([1], { token: first.next, size: 1 }).next).to.equal(first.next);
  });

  it('refuses a token that it did not give', () => {
    const ask = () => paginator(usual)([1], { token: 'forged', size: 1 });
    expect(ask).to.throw().with.property('code', 'ValidationException');
  });
});
