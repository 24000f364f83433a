import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { TestRecord } from '../../src/model/record.ts';
import { createSandbox } from '../../src/sandbox/respond.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { readSample, readSampleInputs } from '../../src/sandbox/sample.ts';
import { serveSandbox, type ServedSandbox } from '../../src/sandbox/serve-http.ts';
import { leastwise, sandboxEnvironment, type CliEnd } from '../support/cli.ts';

const account = '111122223333';
const regions = ['--region', 'eu-west-1', '--region', 'us-east-1'];

describe('leastwise run on the account acme-ml over HTTP', function () {
  this.timeout(60_000);
  let directory = '';
  let served: ServedSandbox;
  let environment: Record<string, string>;
  let ended: CliEnd;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-run-'));
    const world = loadWorld(readSample('acme-ml'), { file: 'acme-ml.yaml', now: new Date() });
    served = await serveSandbox(createSandbox(world, { clock: () => Date.now() }));
    environment = sandboxEnvironment(served.url, account);
    writeFileSync(join(directory, 'leastwise.yaml'), readSampleInputs('acme-ml'));
    ended = await leastwise(['run', '--out', 'first', ...regions], { cwd: directory, environment });
  });
  after(async () => {
    await served.close();
    rmSync(directory, { recursive: true });
  });

  const test = (...args: string[]): Promise<CliEnd> =>
    leastwise(['test', '--snapshot', 'first/snapshot', ...args], { cwd: directory });

  it('finds the violations and exits with 1', () => {
    expect(ended.code).to.equal(1);
    expect(ended.stdout).to.contain('network/notebook-has-no-direct-internet');
  });

  it('says loudly that not AWS was asked, and records it', () => {
    expect(ended.stderr).to.contain(
      `NOTICE: not AWS itself is asked, but AWS_ENDPOINT_URL=${served.url}`,
    );
    const manifest: unknown = JSON.parse(
      readFileSync(join(directory, 'first/snapshot/manifest.json'), 'utf8'),
    );
    expect(manifest).to.deep.include({
      account,
      endpointOverride: `AWS_ENDPOINT_URL=${served.url}`,
      regions: ['eu-west-1', 'us-east-1'],
    });
  });

  it('is quiet without a terminal: two lines on stderr', () => {
    const lines = withoutNodeWarnings(ended.stderr).trim().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).to.deep.equal(['NOTICE:', 'Captured']);
  });

  it('prints no colours where nobody looks, unless FORCE_COLOR asks for them', async () => {
    const args = ['test', '--snapshot', 'first/snapshot', '--only', 'HYG-01'];
    const coloured = async (more: Record<string, string>): Promise<boolean> => {
      const { stdout } = await leastwise(args, { cwd: directory, environment: more });
      return stdout.includes('\u001b[');
    };
    expect(await coloured({})).to.equal(false);
    expect(await coloured({ CI: 'true' })).to.equal(false);
    expect(await coloured({ FORCE_COLOR: '1' })).to.equal(true);
    expect(await coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).to.equal(false);
  });

  it('keeps the records and the facts of the run', () => {
    const run = JSON.parse(readFileSync(join(directory, 'first/run.json'), 'utf8')) as {
      exitCode: number;
      chainHead: string;
    };
    const lines = readFileSync(join(directory, 'first/records.ndjson'), 'utf8').trim().split('\n');
    expect(run.exitCode).to.equal(1);
    expect(JSON.parse(lines.at(-1) ?? '')).to.include({ hash: run.chainHead });
  });

  it('gives the same records when the snapshot is judged again', async () => {
    const again = await test('--report', 'ndjson');
    const kept = readFileSync(join(directory, 'first/records.ndjson'), 'utf8');
    expect(again.stdout).to.equal(kept);
  });

  it('has a failing and a passing record for most rules, and none that cannot be told', async () => {
    const { stdout } = await test('--report', 'ndjson');
    const records = stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as TestRecord);
    const rules = new Set(records.map((one) => one.code));
    const without = (status: string): string[] =>
      [...rules].filter(
        (code) => !records.some((one) => one.code === code && one.status === status),
      );
    expect(rules.size).to.equal(87);
    // Ways that nobody in the account has, and promises that it keeps.
    expect(without('fail').sort()).to.deep.equal([
      ...['ENC-22', 'ESC-01', 'ESC-07', 'ESC-10', 'ESC-15', 'ESC-16', 'ESC-17', 'EXP-07'],
      ...['EXR-03', 'EXR-10', 'EXR-12', 'EXR-16', 'HUM-09', 'INT-02'],
    ]);
    // What holds for the account as a whole cannot be right and wrong at once; and two roles have
    // every bucket and key.
    expect(without('pass').sort()).to.deep.equal([
      ...['ENC-20', 'EXP-01', 'EXP-05', 'EXP-10', 'EXP-15', 'HUM-10', 'INT-06', 'INT-16', 'SOD-06'],
      'SOD-07',
    ]);
    expect(records.filter((one) => one.status === 'unknown')).to.deep.equal([]);
  });

  it('counts only violations at or above --fail-on', async () => {
    expect((await test('--only', 'HYG-03', '--fail-on', 'critical')).code).to.equal(0);
    expect((await test('--only', 'HYG-03', '--fail-on', 'low')).code).to.equal(1);
  });

  it('runs the rules that --only and --skip leave', async () => {
    const { stdout } = await test('--only', 'network', '--skip', 'NET-0*', '--json');
    const { rules } = JSON.parse(stdout) as { rules: { code: string }[] };
    expect(rules.map((one) => one.code).sort()).to.deep.equal(['NET-10', 'NET-11', 'NET-15']);
  });

  it('exits with 2 for a selector that matches nothing', async () => {
    const { code, stderr } = await test('--only', 'netwrk');
    expect(code).to.equal(2);
    expect(stderr).to.contain('netwrk').and.to.contain('network');
  });

  it('exits with 3 when declarations are missing', async () => {
    writeFileSync(join(directory, 'empty.yaml'), '');
    const { code, stdout } = await test('--only', 'NET-10', '--config', 'empty.yaml');
    expect(code).to.equal(3);
    expect(stdout).to.contain('inputs.approvedSubnets');
  });

  it('exits with 0 for findings, but not for errors, with --exit-zero', async () => {
    expect((await test('--exit-zero')).code).to.equal(0);
    expect((await test('--exit-zero', '--report', 'junit:/dev/full')).code).to.equal(7);
  });

  it('exits with 7 when a report cannot be written, and writes the others', async () => {
    const args = ['--report', 'junit:first', '--report', 'ndjson:other.ndjson'];
    const { code, stderr } = await test(...args);
    expect(code).to.equal(7);
    expect(stderr).to.contain('first could not be written');
    expect(readFileSync(join(directory, 'other.ndjson'), 'utf8')).to.contain('"seq":1');
  });

  it('does not touch a directory that holds something', async () => {
    const { code, stderr } = await leastwise(['snapshot', '--out', 'first', ...regions], {
      cwd: directory,
      environment,
    });
    expect(code).to.equal(2);
    expect(stderr).to.contain('first');
  });

  it('captures only the kinds that are named; rules on others are unknown', async () => {
    const args = ['snapshot', '--out', 'buckets', '--only', 's3.bucket', '--quiet', ...regions];
    const { code, stdout, stderr } = await leastwise(args, { cwd: directory, environment });
    expect({ code, stdout }).to.deep.equal({ code: 0, stdout: 'buckets\n' });
    expect(withoutNodeWarnings(stderr)).to.match(/^NOTICE[^\n]*\n$/);
    const judged = await leastwise(['test', '--snapshot', 'buckets', '--only', 'NET-09,INT-03'], {
      cwd: directory,
    });
    expect(judged.code).to.equal(2);
    const both = ['test', '--snapshot', 'buckets', '--only', 'NET-09', '--only', 'INT-03'];
    expect((await leastwise(both, { cwd: directory })).code).to.equal(3);
    expect(
      (await leastwise([...both.slice(0, 3), '--only', 'INT-03'], { cwd: directory })).code,
    ).to.equal(1);
  });

  it('refuses an unknown kind with a hint', async () => {
    const args = ['snapshot', '--out', 'x', '--only', 's3.buckets', ...regions];
    const { code, stderr } = await leastwise(args, { cwd: directory, environment });
    expect(code).to.equal(2);
    expect(stderr).to.contain('did you mean s3.bucket?');
  });

  it('verifies a snapshot, and names what was changed in it', async () => {
    const good = await leastwise(['snapshot', 'verify', 'buckets'], { cwd: directory });
    expect({ code: good.code, stdout: good.stdout }).to.deep.equal({
      code: 0,
      stdout: 'buckets: 0 mismatches, every hash matches\n',
    });
    const coverage = join(directory, 'buckets/coverage.jsonl');
    writeFileSync(coverage, readFileSync(coverage, 'utf8').replace('complete', 'Complete'));
    const bad = await leastwise(['snapshot', 'verify', 'buckets'], { cwd: directory });
    expect(bad.code).to.equal(5);
    expect(bad.stdout).to.contain('coverage.jsonl');
    expect((await leastwise(['test', '--snapshot', 'buckets'], { cwd: directory })).code).to.equal(
      5,
    );
  });

  it('prints mismatches as JSON, also where there are none', async () => {
    const verify = (dir: string) =>
      leastwise(['snapshot', 'verify', dir, '--json'], { cwd: directory });
    expect(JSON.parse((await verify('first/snapshot')).stdout)).to.deep.equal([]);
    const [mismatch] = JSON.parse((await verify('buckets')).stdout) as readonly object[];
    expect(mismatch).to.include({ path: 'coverage.jsonl' });
  });

  it('tells what is wrong with the credentials', async () => {
    const { code, stderr } = await leastwise(['snapshot', '--out', 'none', ...regions], {
      cwd: directory,
      environment: { ...environment, AWS_ACCESS_KEY_ID: 'AKIAWRONG' },
    });
    expect(code).to.equal(2);
    expect(stderr).to.contain('cannot find out whose credentials these are');
  });

  it('asks for --region where the enabled regions cannot be listed', async () => {
    const { code } = await leastwise(['snapshot', '--out', 'all', '--only', 's3.account'], {
      cwd: directory,
      environment,
    });
    expect(code).to.equal(0);
  });
});

/** The SDK warns that its versions of 2027 need Node 22; that is not ours to hide. */
function withoutNodeWarnings(stderr: string): string {
  return stderr.replace(/^\(node:\d+\) [\s\S]*?\(Use `node --trace-warnings[^\n]*\n/gm, '');
}
