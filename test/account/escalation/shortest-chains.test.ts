import { expect } from 'chai';
import type { EscalationEdge } from '../../../src/account/escalation/edge.ts';
import { shortestChains } from '../../../src/account/escalation/shortest-chains.ts';

function edge(text: string, more: Partial<EscalationEdge> = {}): EscalationEdge {
  const [from = '', to = ''] = text.split('>');
  return { from, to, path: 'ESC-02', is: 'yes', words: text, pairs: [], ...more };
}

function chains(edges: readonly EscalationEdge[], ...ends: readonly string[]) {
  const found = shortestChains(edges, new Set(ends));
  return Object.fromEntries(
    [...found].map(([start, path]) => [start, path.map((one) => one.words)]),
  );
}

describe('The shortest chains', () => {
  it('lead from everybody to the nearest end', () => {
    const edges = ['a>b', 'b>c', 'c>end', 'a>c', 'd>a'].map((one) => edge(one));
    expect(chains(edges, 'end')).to.deep.equal({
      c: ['c>end'],
      a: ['a>c', 'c>end'],
      b: ['b>c', 'c>end'],
      d: ['d>a', 'a>c', 'c>end'],
    });
  });

  it('are the same whatever the order of the edges', () => {
    const edges = ['a>x', 'a>y', 'x>end', 'y>end'].map((one) => edge(one));
    expect(chains(edges.toReversed(), 'end')).to.deep.equal(chains(edges, 'end'));
    expect(chains(edges, 'end')['a']).to.deep.equal(['a>x', 'x>end']);
  });

  it('end where circles begin', () => {
    expect(
      chains(
        ['a>b', 'b>a', 'b>end'].map((one) => edge(one)),
        'end',
      ),
    ).to.deep.equal({
      b: ['b>end'],
      a: ['a>b', 'b>end'],
    });
  });

  it('do not go on from a role that only moves objects, nor by what widens the principal itself', () => {
    const edges = [edge('a>b', { movesOnly: true }), edge('b>end'), edge('c>c')];
    expect(chains(edges, 'end')).to.deep.equal({ b: ['b>end'] });
  });

  it('are none where nobody is an end', () => {
    expect(chains([edge('a>b')])).to.deep.equal({});
  });
});
