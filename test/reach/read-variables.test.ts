import { expect } from 'chai';
import fc from 'fast-check';
import { compilePattern } from '../../src/decide/compile-pattern.ts';
import { contextOf } from '../../src/decide/context.ts';
import { readVariables } from '../../src/reach/read-variables.ts';

const cases: readonly (readonly [string, string, Record<string, string>])[] = [
  ['arn:aws:kms:*:*:key/${x:K}', 'arn:aws:kms:eu-west-1:1:key/abc', { 'x:k': 'abc' }],
  ['arn:aws:s3:::${x:A}/${x:B}/*', 'arn:aws:s3:::train/v1/a/b', { 'x:a': 'train/v1', 'x:b': 'a' }],
  ['${x:A}', '', { 'x:a': '' }],
  ['a${x:A}', 'b', {}],
  ['a?${*}${x:A}', 'ab*c', { 'x:a': 'c' }],
];

describe('The values of policy variables, from a text that the pattern matches,', () => {
  for (const [pattern, text, values] of cases) {
    it(`are ${JSON.stringify(values)} for ${pattern} and ${text}`, () => {
      expect(Object.fromEntries(readVariables(pattern, text))).to.deep.equal(values);
    });
  }

  it('make the pattern match, where each variable stands there once', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '?', '${x:A}', '${x:B}');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 6 }),
        (pieces, text) => {
          const pattern = pieces
            .filter((one, at) => !one.startsWith('$') || pieces.indexOf(one) === at)
            .join('');
          const values = readVariables(pattern, text);
          if (values.size === 0) return;
          const compiled = compilePattern(pattern, { variables: true });
          expect(compiled.matches(text, contextOf(Object.fromEntries(values)))).to.equal(2);
        },
      ),
    );
  });
});
