import { ndjson } from '../../src/report/ndjson.ts';
import { expectGolden } from '../support/golden.ts';
import { runInfo, written } from '../support/run-info.ts';
import { sampleRecords, sampleRules } from '../support/sample-run.ts';

describe('the NDJSON report', () => {
  it('is the golden file', async () => {
    const run = runInfo(sampleRules, sampleRecords);
    expectGolden(await written(ndjson, run, sampleRecords), 'report/ndjson/sample.ndjson');
  });
});
