import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { RecordFile } from '../../src/cli/record-file.ts';
import type { TestRecord } from '../../src/model/record.ts';
import { junitReporter } from '../../src/report/junit.ts';
import { textReporter } from '../../src/report/text.ts';
import { record, runInfo, written } from '../support/run-info.ts';
import { sampleRecords, sampleRules } from '../support/sample-run.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

const run = runInfo(sampleRules, sampleRecords);

describe('the records of a run on disk', () => {
  const directory = temporaryDirectory();

  function fileOf(records: readonly TestRecord[]): RecordFile {
    const file = new RecordFile(join(directory(), 'records.ndjson'), run);
    for (const one of records) file.add(one);
    file.close();
    return file;
  }

  async function read(file: RecordFile, which: 'all' | 'nonpass'): Promise<readonly TestRecord[]> {
    const records: TestRecord[] = [];
    for await (const one of file.read(which)) records.push(one);
    return records;
  }

  it('are read back as they were added, more than a block of them too', async () => {
    const records = Array.from({ length: 2000 }, (_, index) =>
      record({ name: `é${'x'.repeat(index % 300)}`, resource: `r${String(index)}` }),
    );
    const long = record({ name: 'y'.repeat(300_000) });
    const all = [...records, long, ...records];
    const file = fileOf(all);
    expect(await read(file, 'all')).to.deep.equal(all);
    const text = readFileSync(join(directory(), 'records.ndjson'), 'utf8');
    expect(text.split('\n')).to.have.length(all.length + 2);
  });

  it('are those that are not a pass and the first of each rule, where no pass is shown', async () => {
    const disguise = '","status":"pass"}';
    const pass = record({ rule: 'a/one', name: disguise });
    const fail = record({
      rule: 'a/two',
      status: 'fail',
      name: `","rule":"a/two",${disguise}`,
      evidence: [{ finding: disguise, expected: disguise, got: disguise }],
    });
    const records = [pass, pass, { ...pass, rule: 'a/two' }, fail, { ...pass, rule: 'a/two' }];
    expect(await read(fileOf([...records, fail]), 'nonpass')).to.deep.equal([
      pass,
      { ...pass, rule: 'a/two' },
      fail,
      fail,
    ]);
  });

  it('give the same reports without the passes that these do not show', async () => {
    const records = sampleRecords.toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
    const file = fileOf(records.flatMap((one) => (one.status === 'pass' ? [one, one] : [one])));
    const [all, some] = [await read(file, 'all'), await read(file, 'nonpass')];
    expect(some.length).to.be.below(all.length);
    for (const reporter of [junitReporter('nonpass'), junitReporter('rule'), textReporter()]) {
      expect(await written(reporter, run, some)).to.equal(await written(reporter, run, all));
    }
  });
});
