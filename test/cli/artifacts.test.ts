import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Artifacts } from '../../src/account/lineage/artifact.ts';
import { leastwise, type CliEnd } from '../support/cli.ts';
import { captureSmallSnapshot } from '../support/small-snapshot.ts';

describe('leastwise artifacts', function () {
  this.timeout(60_000);
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-artifacts-'));
    await leastwise(['demo', '--out', 'demo'], { cwd: directory });
  });
  after(() => rmSync(directory, { recursive: true }));

  const artifacts = (...args: string[]): Promise<CliEnd> =>
    leastwise(['artifacts', ...args], { cwd: directory });

  it('lists the places of every class, with what uses them by which role', async () => {
    const { code, stdout } = await artifacts('--snapshot', 'demo/snapshot');
    expect(code).to.equal(0);
    const lines = stdout.split('\n');
    const at = lines.indexOf('  arn:aws:s3:::acme-fraud-training-data/2026/*');
    expect(lines.slice(at + 1, at + 3)).to.deep.equal([
      '    reads  role/ml/fraud-training: training-job/fraud-embedding-gpu, training-job/fraud-graph-2026-11, training-job/fraud-xgb-2026-w44 and 3 more',
      '    reads  role/ml/tuning-exec: hyper-parameter-tuning-job/fraud-xgb-search',
    ]);
    expect(lines.filter((line) => /^\w+$/.test(line))).to.deep.equal([
      'trainingData',
      'modelWeights',
      'report',
      'code',
      'image',
    ]);
    expect(lines.at(-2)).to.equal('Everything was read: SageMaker names no other place.');
  });

  it('gives the same as JSON, declared places among them', async () => {
    const declared = join(directory, 'declared.yaml');
    writeFileSync(declared, "inputs: { artifacts: { code: ['s3://acme-code/jobs/*'] } }\n");
    const args = ['--snapshot', 'demo/snapshot', '--config', declared, '--json'];
    const { code, stdout } = await artifacts(...args);
    expect(code).to.equal(0);
    const { artifacts: list, missing } = JSON.parse(stdout) as {
      artifacts: Artifacts['list'];
      missing: Artifacts['missing'];
    };
    expect(missing).to.deep.equal([]);
    expect(list.filter((one) => one.class === 'code' && one.declared)).to.deep.equal([
      {
        class: 'code',
        resource: 'arn:aws:s3:::acme-code/jobs/*',
        uri: 's3://acme-code/jobs/*',
        uses: [],
        declared: true,
      },
    ]);
  });

  it('says what was not read, and ends with 3', async () => {
    await captureSmallSnapshot(directory);
    const { code, stdout } = await artifacts('--snapshot', 'snapshot');
    expect(code).to.equal(3);
    expect(stdout).to.include('Not known: all sagemaker.training-job in eu-west-1');
  });
});
