import { expect } from 'chai';
import { textReporter } from '../../src/report/text.ts';
import { plain } from '../../src/report/text-style.ts';
import { wrap } from '../../src/report/wrap.ts';
import { expectGolden } from '../support/golden.ts';
import { listedRule, record, runInfo, written } from '../support/run-info.ts';
import { sampleRecords, sampleRules } from '../support/sample-run.ts';

const evidence = [{ finding: 'f', expected: 'e', got: 'g' }];

describe('the text report', () => {
  for (const verbosity of ['quiet', 'normal', 'verbose'] as const) {
    it(`is the golden file when ${verbosity}`, async () => {
      const run = runInfo(sampleRules, sampleRecords);
      const text = await written(textReporter({ ...plain, verbosity }), run, sampleRecords);
      expect(text).to.match(/^[^\p{Cc}\p{Bidi_Control}\p{Cs}]*$/mu);
      expectGolden(text, `report/text/${verbosity}.txt`);
    });
  }

  it('lists ten records of a status and counts the others', async () => {
    const records = Array.from({ length: 13 }, (_, index) =>
      record({ status: 'fail', evidence, resource: `arn:${String(index)}` }),
    );
    const text = await written(textReporter(), runInfo([listedRule()], records), records);
    expect(text.match(/^ {2}fail: arn:/gm)).to.have.length(10);
    expect(text).to.contain('... and 3 more fail');
  });

  it('puts grave failures before light ones, and unknowns before passes', async () => {
    const rules = [
      listedRule({ id: 'a/pass', code: 'A-01' }),
      listedRule({ id: 'a/unknown', code: 'A-02' }),
      listedRule({ id: 'a/low', code: 'A-03', severity: 'low' }),
      listedRule({ id: 'a/critical', code: 'A-04', severity: 'critical' }),
    ];
    const records = [
      record({ rule: 'a/critical', status: 'fail', evidence }),
      record({ rule: 'a/low', status: 'fail', evidence }),
      record({ rule: 'a/pass' }),
      record({ rule: 'a/unknown', status: 'unknown' }),
    ];
    const text = await written(textReporter(), runInfo(rules, records), records);
    const order = [...text.matchAll(/A-0\d (\S+)/g)].map(([, id]) => id);
    expect(order).to.deep.equal(['a/critical', 'a/low', 'a/unknown', 'a/pass']);
  });

  it('says loudly when the calls did not go to AWS', async () => {
    const run = runInfo([], []);
    const snapshot = { ...run.snapshot, endpointOverride: 'http://127.0.0.1:5000' };
    const text = await written(textReporter(), { ...run, snapshot }, []);
    expect(text).to.contain("Endpoint  http://127.0.0.1:5000, not AWS's own");
  });

  it('colours the status, the name and the result, never the account text', async () => {
    const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const colours = {
      red: mark('red'),
      yellow: mark('yellow'),
      green: mark('green'),
      dim: mark('dim'),
      bold: mark('bold'),
    };
    const records = [record({ status: 'fail', evidence })];
    const run = runInfo([listedRule()], records);
    const text = await written(textReporter({ ...plain, colours }), run, records);
    expect(text).to.contain('<red>FAIL           </red>high');
    expect(text).to.contain('<red>fail:</red> <bold>arn:aws:sagemaker');
  });
});

describe('wrap', () => {
  it('breaks prose at spaces and indents to the lead', () => {
    expect(wrap('  why  ', 'one two three four', 15)).to.deep.equal([
      '  why  one two',
      '       three',
      '       four',
    ]);
  });

  it('leaves long words whole', () => {
    expect(wrap('', 'a abcdefghij b', 5)).to.deep.equal(['a', 'abcdefghij', 'b']);
  });
});
