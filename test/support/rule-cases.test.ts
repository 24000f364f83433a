import { expect } from 'chai';
import { present } from '../../src/model/observed.ts';
import { build } from './build.ts';
import { checkCases, type Cases } from './rule-cases.ts';

type BucketCases = Cases<'s3.bucket', Record<never, never>>;

const versioned = (status: string) =>
  build('s3.bucket', { versioning: present({ status, mfaDelete: false }) });
const good: BucketCases = {
  pass: [{ name: 'it is on', resource: versioned('Enabled') }],
  fail: [{ name: 'it is off', resource: versioned('Suspended'), findings: ['off'] }],
  unknown: [{ name: 'it says neither', resource: versioned(''), missing: ['versioning'] }],
};

describe('the rule tester', () => {
  it('takes cases that differ and have names', () => {
    expect(() => checkCases(good)).not.to.throw();
  });

  it('refuses an empty list', () => {
    expect(() => checkCases({ ...good, unknown: [] })).to.throw('a list of cases is empty');
  });

  it('refuses a case without a name', () => {
    const nameless = { name: ' ', resource: versioned('x') };
    expect(() => checkCases({ ...good, pass: [nameless] })).to.throw('a case has no name');
  });

  it('refuses the same name twice', () => {
    const twin = { name: 'it is off', resource: versioned('x') };
    expect(() => checkCases({ ...good, pass: [twin] })).to.throw('the same case twice: it is off');
  });

  it('refuses the same content under two names', () => {
    const twin = { name: 'it is on again', resource: versioned('Enabled') };
    expect(() => checkCases({ ...good, pass: [...good.pass, twin] })).to.throw('the same case');
  });

  it('refuses a failing case without findings', () => {
    const empty = { name: 'it is off', resource: versioned('x'), findings: [] };
    expect(() => checkCases({ ...good, fail: [empty] })).to.throw('expects no finding');
  });
});
