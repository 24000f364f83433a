import { expect } from 'chai';
import fc from 'fast-check';
import { compilePattern } from '../../src/decide/compile-pattern.ts';
import { contextOf } from '../../src/decide/context.ts';
import { maybe, no, yes } from '../../src/decide/tri.ts';
import { keys } from '../support/condition-case.ts';

const nothing = contextOf({});

function matches(pattern: string, value: string): boolean {
  return compilePattern(pattern, { variables: false }).matches(value, nothing) === yes;
}

describe('compilePattern', () => {
  const rows = [
    ['', '', true],
    ['', 'a', false],
    ['*', '', true],
    ['**', 'anything', true],
    ['a', 'a', true],
    ['a', 'ab', false],
    ['a*', 'a', true],
    ['*a', 'ba', true],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['ab*ba', 'aba', false],
    ['*b*', 'abc', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*bc*c', 'abc', false],
    ['a*bc*c', 'abcc', true],
    ['?', '', false],
    ['?', '*', true],
    ['?', '\u{1f600}', true],
    ['??', '\u{1f600}', false],
    ['a?c*', 'abcd', true],
    ['*?', '', false],
    ['*?b', 'ab', true],
    ['a.c', 'abc', false],
    ['a[b]', 'a[b]', true],
    ['a\nb*', 'a\nbc\n', true],
  ] as const;
  for (const [pattern, value, expected] of rows) {
    it(`${JSON.stringify(pattern)} ${expected ? 'matches' : 'misses'} ${JSON.stringify(value)}`, () => {
      expect(matches(pattern, value)).to.equal(expected);
    });
  }

  it('matches what a regular expression of the same meaning matches', () => {
    const letters = (alphabet: string[]): fc.Arbitrary<string> =>
      fc.array(fc.constantFrom(...alphabet), { maxLength: 10 }).map((all) => all.join(''));
    fc.assert(
      fc.property(letters(['a', 'b', '*', '?']), letters(['a', 'b']), (pattern, value) => {
        const source = pattern.replaceAll('*', '.*').replaceAll('?', '.');
        return matches(pattern, value) === new RegExp(`^${source}$`, 's').test(value);
      }),
      { numRuns: 3000 },
    );
  });

  for (const pattern of ['*a*a*a*a*a*a*a*b', '*a?a*a?a*a?b', `${'*a'.repeat(200)}*b`]) {
    it(`answers ${pattern.slice(0, 20)} on a long text at once`, () => {
      const started = performance.now();
      expect(matches(pattern, 'a'.repeat(20_000))).to.equal(false);
      expect(performance.now() - started).to.be.lessThan(500);
    });
  }

  it('has the parts it is made of', () => {
    const { parts } = compilePattern("a*b?${aws:UserName}${*}${saml:sub, 'x'}", {
      variables: true,
    });
    expect(parts).to.deep.equal([
      'a',
      { wildcard: 'run' },
      'b',
      { wildcard: 'one' },
      { variable: 'aws:username' },
      '*',
      { variable: 'saml:sub', fallback: 'x' },
    ]);
  });

  it('says that a variable has no value', () => {
    const pattern = compilePattern('${aws:username}/${saml:sub}', { variables: true });
    const context = keys({ 'aws:username': 'unknown' });
    expect(pattern.matches('a/b', context)).to.equal('no value');
  });

  it('forgets the variables of the last request', () => {
    const pattern = compilePattern('${a:k}-${a:l}', { variables: true });
    const ask = (k: string | undefined, l: string | undefined) =>
      pattern.matches('1-2', keys({ 'a:k': k?.split(','), 'a:l': l?.split(',') }));
    expect([
      ask('1', '2'),
      ask('2', undefined),
      ask('1', '2'),
      ask('2', '2'),
      ask('1,2', '2'),
      ask('1', '2'),
    ]).to.deep.equal([yes, 'no value', yes, no, maybe, yes]);
  });
});
