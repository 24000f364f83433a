import { expect } from 'chai';
import { UserError } from '../../src/model/user-error.ts';
import { selectRules, type Selection } from '../../src/rule/select-rules.ts';
import { listedRule } from '../support/run-info.ts';

const rules = [
  listedRule({ id: 'network/notebook-is-private', code: 'NET-01', severity: 'high' }),
  listedRule({ id: 'network/job-is-private', code: 'NET-02', severity: 'low' }),
  listedRule({ id: 'hygiene/notebook-is-fresh', code: 'HYG-01', severity: 'low' }),
];

function selected(selection: Selection): readonly string[] {
  return selectRules(rules, selection).map((rule) => rule.code);
}

describe('selecting rules', () => {
  it('takes all when nothing is asked for', () => {
    expect(selected({})).to.deep.equal(['NET-01', 'NET-02', 'HYG-01']);
  });

  it('takes them by id, code, topic and severity', () => {
    expect(selected({ only: ['network/job-is-private'] })).to.deep.equal(['NET-02']);
    expect(selected({ only: ['hyg-01'] })).to.deep.equal(['HYG-01']);
    expect(selected({ only: ['network'] })).to.deep.equal(['NET-01', 'NET-02']);
    expect(selected({ only: ['low'] })).to.deep.equal(['NET-02', 'HYG-01']);
    expect(selected({ only: ['NET-02', 'hygiene'] })).to.deep.equal(['NET-02', 'HYG-01']);
  });

  it('takes stars in ids and codes for any characters, and other signs for themselves', () => {
    expect(selected({ only: ['*/notebook-*'] })).to.deep.equal(['NET-01', 'HYG-01']);
    expect(selected({ only: ['NET-*'] })).to.deep.equal(['NET-01', 'NET-02']);
    expect(() => selected({ only: ['network.*'] })).to.throw(UserError);
  });

  it('skips after it took', () => {
    expect(selected({ only: ['network'], skip: ['high'] })).to.deep.equal(['NET-02']);
    expect(selected({ skip: ['network'] })).to.deep.equal(['HYG-01']);
  });

  it('refuses a selector that means no rule, and says what may be meant', () => {
    expect(() => selected({ only: ['NET-1'] })).to.throw(UserError, '--only NET-1: no rule has');
    expect(() => selected({ skip: ['netwrok'] })).to.throw(UserError, 'did you mean "network"?');
  });
});
