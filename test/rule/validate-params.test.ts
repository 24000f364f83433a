import { expect } from 'chai';
import { UserError } from '../../src/model/user-error.ts';
import { validateParams } from '../../src/rule/validate-params.ts';
import { listedRule } from '../support/run-info.ts';

const rules = [
  listedRule({ id: 'a/plain', code: 'A-01' }),
  listedRule({
    id: 'a/tuned',
    code: 'A-02',
    params: { days: 90, names: ['x'], on: true, word: 'w' },
  }),
];

function validated(id: string, values: unknown) {
  return validateParams(rules, new Map([[id, values]]), 'leastwise.yaml');
}

describe('overrides of parameters', () => {
  it('are taken when each has the type of its default', () => {
    const values = { days: 30, names: [], on: false, word: '' };
    expect(validated('a/tuned', values)).to.deep.equal(new Map([['a/tuned', values]]));
  });

  const refused: readonly [string, unknown, string][] = [
    ['a/tuend', {}, 'leastwise.yaml: a/tuend: no such rule; did you mean "a/tuned"?'],
    ['a/tuned', 3, 'expected names with values'],
    ['a/tuned', { day: 3 }, 'has days, names, on, word; did you mean "days"?'],
    ['a/plain', { day: 3 }, 'no parameter "day"; it has none'],
    ['a/tuned', { days: '30' }, 'leastwise.yaml: a/tuned.days: expected a number, got "30"'],
    ['a/tuned', { days: Number.NaN }, 'expected a number'],
    ['a/tuned', { days: null }, 'expected a number, got null'],
    ['a/tuned', { names: ['a', 1] }, 'expected a list of texts, got ["a",1]'],
    ['a/tuned', { names: 'a' }, 'expected a list of texts, got "a"'],
    ['a/tuned', { on: 'yes' }, 'expected a boolean'],
  ];
  for (const [id, values, message] of refused) {
    it(`are refused: ${id} ${JSON.stringify(values)}`, () => {
      expect(() => validated(id, values)).to.throw(UserError, message);
    });
  }
});
