import { AssertionError, expect } from 'chai';
import Mocha from 'mocha';
import type { Status, TestRecord } from '../../src/model/record.ts';
import { UserError } from '../../src/model/user-error.ts';
import { addRules, type Granularity, type TestMeta } from '../../src/rule/mocha-tree.ts';
import { startTally } from '../../src/rule/tally.ts';
import { isUnknownError } from '../../src/rule/unknown-error.ts';
import { listedRule, record, runInfo } from '../support/run-info.ts';
import { hostile, sampleRecords, sampleRules } from '../support/sample-run.ts';

type Tree = { readonly [title: string]: Tree } | readonly string[];

function treeOf(suite: Mocha.Suite): Tree {
  if (suite.suites.length === 0) return suite.tests.map((test) => test.title.slice(0, 60));
  return Object.fromEntries(suite.suites.map((one) => [one.title, treeOf(one)]));
}

function build(records: readonly TestRecord[], granularity?: Granularity, rules = sampleRules) {
  const { suite } = new Mocha();
  addRules(suite, runInfo(rules, records).rules, records, granularity);
  return suite;
}

function testsOf(suite: Mocha.Suite): readonly Mocha.Test[] {
  const tests: Mocha.Test[] = [];
  suite.eachTest((test) => tests.push(test));
  return tests;
}

/** What a test throws; null when it is pending or passes. */
function thrownBy(test: Mocha.Test | undefined): unknown {
  try {
    (test?.fn as (() => void) | undefined)?.();
    return null;
  } catch (error) {
    return error;
  }
}

const many = (count: number, status: Status): readonly TestRecord[] =>
  Array.from({ length: count }, (_, index) =>
    record({
      status,
      resource: `arn:${String(index)}`,
      evidence: [{ finding: 'f', expected: 'e', got: 'g' }],
    }),
  );

describe('the mocha tree', () => {
  it('has a suite per topic and rule, a test per rule and per record that is not a pass', () => {
    const tree = treeOf(
      build(sampleRecords.filter(({ name }) => !['long', hostile].includes(name))),
    );
    expect(tree).to.deep.equal({
      encryption: {
        'ENC-03 Training jobs write with a customer-managed key': [
          'holds for 0 of 1 (encryption/training-job-output-has-own-key',
          'arn:aws:sagemaker:eu-west-1:111122223333:training-job/fraud-',
        ],
      },
      exposure: {
        'EXP-01 Buckets with artifacts are not public': [
          'holds for 1 of 2 (exposure/bucket-is-not-public)',
          'arn:aws:s3:::acme-models',
        ],
      },
      hygiene: {
        'HYG-08 Spaces are in use': [
          'holds for 0 of 0 (hygiene/space-is-used)',
          'sagemaker.space in 111122223333 every region',
        ],
      },
      network: {
        'NET-01 Notebooks have no direct internet access': [
          'holds for 1 of 1 (network/notebook-has-no-direct-internet)',
        ],
      },
    });
  });

  it('has a test per rule, or per record too', () => {
    expect(testsOf(build(sampleRecords, 'rule'))).to.have.length(4);
    expect(testsOf(build(sampleRecords, 'resource'))).to.have.length(4 + 7);
  });

  it('throws what was expected, what was got, where, and how to mend it', () => {
    const test = testsOf(build(sampleRecords)).find(
      ({ title }) => title === 'arn:aws:s3:::acme-models',
    );
    const error = thrownBy(test);
    expect(error).to.be.instanceOf(AssertionError);
    expect(error).to.include({
      expected: 'no read access for everybody\nno public ACL',
      actual: 'Allow for everybody without a condition that binds\nREAD for AllUsers',
      message: [
        'expected no read access for everybody, got Allow for everybody without a condition that binds',
        '  where: policy, bucket policy, statement 1 (Sid AllowAll)',
        'expected no public ACL, got READ for AllUsers',
        '  where: acl',
        '  fix: Remove the statement, and switch block public access on for the account.',
      ].join('\n'),
    });
  });

  it('throws an error of another class for what could not be judged', () => {
    const [, test] = testsOf(build(sampleRecords));
    const error = thrownBy(test);
    expect(isUnknownError(error)).to.equal(true);
    expect(error).to.not.be.instanceOf(AssertionError);
    expect(String(error)).to.contain('sagemaker:DescribeTrainingJob was denied');
  });

  for (const status of ['waived', 'not-applicable', 'manual'] as const) {
    it(`leaves ${status} pending`, () => {
      const tests = testsOf(build([record({ status })], 'nonpass', [listedRule()]));
      expect(tests.map((test) => test.isPending())).to.deep.equal([true, true]);
    });
  }

  it('fails the test of a rule that fails or is unknown, and passes it otherwise', () => {
    const thrown = (['fail', 'unknown', 'pass'] as const).map((status) =>
      thrownBy(testsOf(build([record({ status })], 'rule', [listedRule()]))[0]),
    );
    expect(thrown.map((error) => (error instanceof Error ? error.name : error))).to.deep.equal([
      'AssertionError',
      'UnknownError',
      null,
    ]);
  });

  it('carries result and record to reporters', () => {
    const records = many(1, 'fail');
    const tests = testsOf(build(records, 'nonpass', [listedRule()])) as (Mocha.Test & {
      readonly meta: TestMeta;
    })[];
    const result = runInfo([listedRule()], records).rules[0];
    expect(tests.map((test) => test.meta)).to.deep.equal([
      { result },
      { result, record: records[0] },
    ]);
  });

  it('makes ten thousand tests at most and counts the others', () => {
    const tests = testsOf(build(many(10_005, 'fail'), 'nonpass', [listedRule()]));
    expect(tests).to.have.length(10_001);
    expect(tests.at(-1)).to.include({ title: '... and 6 more', pending: true });
  });

  it('refuses a test per record above fifty thousand', () => {
    const tally = startTally([listedRule()]);
    for (let count = 0; count < 50_001; count += 1) tally.add(record());
    expect(() => {
      addRules(new Mocha().suite, tally.results(), [], 'resource');
    }).to.throw(UserError, '50001 records are more than 50000');
  });

  it('writes hostile names so that they cannot touch the terminal', () => {
    const titles = testsOf(build(sampleRecords)).map((test) => test.title);
    expect(titles.join('')).to.match(/^[^\p{Cc}\p{Bidi_Control}\p{Cs}]*$/u);
  });
});
