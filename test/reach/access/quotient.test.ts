import { expect } from 'chai';
import fc from 'fast-check';
import { globMatches } from '../../../src/policy/glob.ts';
import { quotient } from '../../../src/reach/access/quotient.ts';

const cases: readonly (readonly [string, string, readonly string[] | undefined])[] = [
  ['a/*', 'a/', ['*']],
  ['*', 'a/', ['*']],
  ['a*', 'a/', ['*']],
  ['a/b', 'a/', ['b']],
  ['b/*', 'a/', []],
  ['*-x/*', 'a-x/', ['*']],
  ['*-x/s/*', 'a-x/', ['*-x/s/*', 's/*']],
  ['?/x?', 'a/', ['x?']],
  ['a', 'a/', []],
  ['a/${aws:username}/*', 'a/', ['${aws:username}/*']],
  ['${aws:username}/*', 'a/', undefined],
];

describe('What is left of a pattern', () => {
  for (const [pattern, text, left] of cases) {
    it(`${pattern} after ${text} is ${left?.join(' or ') ?? 'unclear'}`, () => {
      expect(quotient(pattern, text)).to.deep.equal(left);
    });
  }

  it('matches the rest exactly where the pattern matches the whole', () => {
    const text = (...alphabet: readonly string[]) =>
      fc.array(fc.constantFrom(...alphabet), { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(
        text('a', 'b', '*', '?'),
        text('a', 'b'),
        text('a', 'b'),
        (pattern, start, rest) => {
          const left = quotient(pattern, start) ?? [];
          const matches = left.some((one) => globMatches(one, rest));
          expect(matches).to.equal(globMatches(pattern, start + rest));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
