import { expect } from 'chai';
import fc from 'fast-check';
import { Budget } from '../../../src/reach/budget.ts';
import { findText } from '../../../src/reach/text/find-text.ts';
import { machineOf } from '../../../src/reach/text/machine.ts';
import { any, tokensOf, type Token } from '../../../src/reach/text/token.ts';

/** `*` run, `?` one, `+` run in a cell, `.` one in a cell, `%` run in a name; else literal. */
function tokens(pattern: string): Token[] {
  const wildcards: Record<string, Token> = {
    '*': any.run,
    '?': any.one,
    '+': any.runInCell,
    '.': any.oneInCell,
    '%': any.runInName,
  };
  return Array.from(pattern).flatMap((char) => wildcards[char] ?? tokensOf(char));
}

function find(positive: string[][], negative: string[][], steps = 20_000) {
  const machines = (sets: string[][]) => sets.map((set) => machineOf(set.map(tokens), false));
  const found = findText(machines(positive), machines(negative), new Budget(steps));
  return typeof found === 'string' ? found : { is: found.text };
}

describe('findText', function () {
  this.timeout(20_000);

  const cases: readonly (readonly [string[][], string[][], string | undefined])[] = [
    [[['abc']], [], 'abc'],
    [[['abc']], [['abc']], undefined],
    [[['a*']], [['a']], 'aa'],
    [[['a*'], ['*b']], [], 'ab'],
    [[['a*'], ['b*']], [], undefined],
    [[['*']], [['*']], undefined],
    [[['*']], [['?*']], ''],
    [[['x', 'y']], [['x']], 'y'],
    [[['+']], [['']], ':'],
    [[['a:+:b']], [], 'a::b'],
    [[['a+b'], ['a:*']], [], undefined],
    [[['b/*']], [['b/%']], 'b/:'],
    [[['arn:aws:s3:::b/*'], ['arn:+:s3:::%']], [], undefined],
  ];
  for (const [positive, negative, found] of cases) {
    it(`${JSON.stringify(positive)} but not ${JSON.stringify(negative)}: ${String(found)}`, () => {
      const text = find(positive, negative);
      if (typeof text === 'string') expect(text).to.equal(found === undefined ? 'none' : found);
      else expect(text.is.length).to.equal(found?.length);
    });
  }

  it('agrees with trying every short string', () => {
    // The last stands for every character that no pattern has.
    const alphabet = ['a', 'b', ':', '/', 'x'];
    const words = ['', ...[1, 2, 3, 4].flatMap((length) => wordsOf(alphabet, length))];
    const pattern = fc.string({
      unit: fc.constantFrom('a', 'b', ':', '/', '*', '?', '+', '.', '%'),
      maxLength: 4,
    });
    const set = fc.array(pattern, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(
        fc.array(set, { minLength: 1, maxLength: 2 }),
        fc.array(set, { maxLength: 2 }),
        (positive, negative) => {
          const inSet = (word: string) =>
            positive.every((one) => has(one, word)) && !negative.some((one) => has(one, word));
          const found = find(positive, negative);
          const brute = words.filter(inSet);
          if (found === 'budget') throw new Error('budget');
          if (found === 'none') expect(brute).to.deep.equal([]);
          else {
            expect(inSet(found.is), found.is).to.equal(true);
            const shortest = Math.min(...brute.map((one) => one.length));
            if (brute.length > 0) expect(found.is.length).to.equal(shortest);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('gives up on what would take too long, and says so', () => {
    const negative = [[`*a${'?'.repeat(18)}z`, `*b${'?'.repeat(18)}z`]];
    const started = performance.now();
    expect(find([[`${'?'.repeat(40)}*`]], negative, 5000)).to.equal('budget');
    expect(performance.now() - started).to.be.below(20_000);
  });

  it('does not take long for many runs', () => {
    expect(find([['*a*b*c*a*b*c*a*b*c*']], [['*a*a*a*b*b*c*']])).not.to.equal('budget');
  });
});

function wordsOf(alphabet: readonly string[], length: number): string[] {
  if (length === 0) return [''];
  return wordsOf(alphabet, length - 1).flatMap((word) => alphabet.map((char) => word + char));
}

function has(set: readonly string[], word: string): boolean {
  const source = (char: string): string =>
    ({ '*': '.*', '?': '.', '+': '[^:]*', '.': '[^:]', '%': '[^:/]*' })[char] ??
    `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
  return set.some((pattern) =>
    new RegExp(`^(?:${Array.from(pattern).map(source).join('')})$`, 'su').test(word),
  );
}
