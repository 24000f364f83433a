import { expect } from 'chai';
import { outermost } from '../../../src/account/lineage/outermost.ts';

describe('outermost', () => {
  const outer = outermost([
    'b/p/x/y',
    'b/p/x*',
    'b/p*',
    'b/q',
    'c/*/output/*',
    'c/j/output/m',
    'c/k',
  ]);
  const cases: readonly (readonly [string, string])[] = [
    ['b/p/x/y', 'b/p*'],
    ['b/p/x*', 'b/p*'],
    ['b/p*', 'b/p*'],
    ['b/q', 'b/q'],
    ['c/j/output/m', 'c/*/output/*'],
    ['c/k', 'c/k'],
    ['not given', 'not given'],
  ];
  for (const [place, expected] of cases) {
    it(`of ${place} is ${expected}`, () => {
      expect(outer(place)).to.equal(expected);
    });
  }
});
