import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson, sha256 } from '../../src/model/canonical.ts';
import type { TestRecord } from '../../src/model/record.ts';
import { chainLine, ndjson } from '../../src/report/ndjson.ts';
import { expectGolden } from '../support/golden.ts';
import { runInfo, record, written } from '../support/run-info.ts';
import { sampleRecords, sampleRules } from '../support/sample-run.ts';

describe('the NDJSON report', () => {
  it('is the golden file', async () => {
    const run = runInfo(sampleRules, sampleRecords);
    expectGolden(await written(ndjson, run, sampleRecords), 'report/ndjson/sample.ndjson');
  });

  it('writes canonical JSON whether a record holds evidence or none', () => {
    const text = fc.string({ unit: 'grapheme' });
    const evidence = fc.array(fc.record({ finding: text, expected: text, got: text }));
    fc.assert(
      fc.property(text, fc.option(text, { nil: undefined }), evidence, (name, note, found) => {
        const { note: _none, ...plain } = record({ name, resource: name, evidence: found });
        const one: TestRecord = note === undefined ? plain : { ...plain, note };
        const content = { ...one, seq: 7, prev: 'p' };
        const hash = sha256(`p${canonicalJson(content)}`);
        expect(chainLine('p', 7, one)).to.deep.equal({
          line: `${canonicalJson({ ...content, hash })}\n`,
          hash,
        });
      }),
    );
  });
});
