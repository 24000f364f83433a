import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { leastwise, main, type CliEnd } from '../support/cli.ts';
import { captureSmallSnapshot } from '../support/small-snapshot.ts';

describe('What leastwise test writes', function () {
  this.timeout(60_000);
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-output-'));
    await captureSmallSnapshot(directory);
  });
  after(() => rmSync(directory, { recursive: true }));

  const test = (...args: string[]): Promise<CliEnd> =>
    leastwise(['test', '--snapshot', 'snapshot', '--only', 'INT-03', ...args], { cwd: directory });

  const clashes: readonly (readonly [readonly string[], string])[] = [
    [['--json', '--report', 'junit'], '--json and --report junit both print to stdout'],
    [['--report', 'text', '--report', 'ndjson'], '--report text and --report ndjson both'],
    [['--json', '--mocha-reporter', 'spec'], '--json and --mocha-reporter both print to stdout'],
    [['--report', 'text:x', '--report', 'junit:./x'], '--report junit:./x: something else'],
    [
      ['--out', 'o', '--report', 'ndjson:o/records.ndjson'],
      '--report ndjson:o/records.ndjson: something',
    ],
  ];
  for (const [args, message] of clashes) {
    it(`never mixes two outputs: ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await test(...args);
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.contain(`leastwise: ${message}`);
    });
  }

  for (const out of ['snapshot', 'snapshot/items/x']) {
    it(`never goes into the snapshot: ${out}`, async () => {
      const { code, stderr } = await test('--out', out);
      expect(code).to.equal(2);
      expect(stderr).to.contain(`--out ${out} lies in the snapshot`);
      expect((await test('--out', `${out.replaceAll('/', '-')}-beside`)).code).to.equal(1);
    });
  }

  it('may go to one device twice', async () => {
    const reports = ['--report', 'text:/dev/null', '--report', 'junit:/dev/null'];
    expect((await test(...reports, '--json')).code).to.equal(1);
  });

  it('ends with 7 and the path where the run directory cannot be made', async () => {
    writeFileSync(join(directory, 'file'), 'mine');
    const { code, stderr } = await test('--out', 'file');
    expect(code).to.equal(7);
    expect(stderr).to.match(/^leastwise: file could not be written: [^\n]*\n$/);
    expect(readFileSync(join(directory, 'file'), 'utf8')).to.equal('mine');
  });

  for (const name of ['records.ndjson', 'run.json']) {
    it(`ends with 7 and the path where ${name} cannot be written`, async () => {
      mkdirSync(join(directory, name, name), { recursive: true });
      const { code, stderr } = await test('--out', name);
      expect(code).to.equal(7);
      expect(stderr).to.match(new RegExp(`^leastwise: ${name}/${name} could not be written`));
    });
  }

  const printing = ['--help', 'rules list', 'test --snapshot snapshot --mocha-reporter dot'];
  for (const line of printing) {
    it(`ends with 7 when nobody can take it: leastwise ${line}`, () => {
      const script = `"${process.execPath}" "${main}" ${line} > /dev/full`;
      const { status, stderr } = spawnSync('sh', ['-c', script], {
        cwd: directory,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'] },
      });
      expect(status).to.equal(7);
      expect(stderr).to.contain('leastwise: stdout could not be written: ENOSPC');
    });
  }
});
