import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { allow, doc } from '../case/decide/build.ts';
import { captureSandbox } from '../support/capture-sandbox.ts';
import { leastwise } from '../support/cli.ts';

describe('leastwise policy check-no-new-access --principal', function () {
  this.timeout(60_000);
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-principal-'));
    await captureSandbox(directory);
  });
  after(() => rmSync(directory, { recursive: true }));

  const check = (specification: object, ...args: readonly string[]) => {
    writeFileSync(join(directory, 'specification.json'), JSON.stringify(specification));
    const name = ['policy', 'check-no-new-access', 'specification.json', ...args];
    return leastwise(name, { cwd: directory });
  };
  const snapshot = ['--snapshot', 'snapshot'];
  /** What its jobs need, and what buckets and a model package group let everybody do. */
  const training = doc(
    allow('s3:*', [
      'arn:aws:s3:::acme-fraud-*',
      'arn:aws:s3:::acme-nlp-corpus*',
      'arn:aws:s3:::acme-recsys-models/shared/*',
    ]),
    allow(['kms:*', 'logs:*', 'cloudwatch:*', 'ecr:*', 'sagemaker:Describe*']),
  );

  it('passes a role that has nothing else', async () => {
    const { code, stdout } = await check(training, '--principal', 'fraud-training', ...snapshot);
    const [result, ...assumptions] = stdout.trim().split('\n');
    expect({ code, result }).to.deep.equal({ code: 0, result: 'PASS' });
    // What no snapshot tells is said, and not passed over.
    expect(assumptions).to.have.length(2);
    for (const one of assumptions) expect(one).to.match(/^ {2}- taken for granted: /);
  });

  it('fails one with more, names a request, and the statement of every layer that lets it in', async () => {
    const { code, stdout } = await check(training, '--principal', 'nlp-training', ...snapshot);
    expect(code).to.equal(1);
    const [result, witness, ...reasons] = stdout.trim().split('\n');
    expect(result).to.equal('FAIL');
    expect(witness).to.include('"principal":"arn:aws:iam::111122223333:role/ml/nlp-training"');
    expect(reasons.slice(0, 2)).to.deep.equal([
      '  - statement "AllButIam" of inline policy train of nlp-training',
      '  - statement "Work" of arn:aws:iam::111122223333:policy/ml/ml-boundary',
    ]);
  });

  it('fails one that a bucket policy alone gives more', async () => {
    const narrow = doc(
      allow('s3:*', ['arn:aws:s3:::acme-fraud-*', 'arn:aws:s3:::acme-recsys-models/shared/*']),
      allow(['kms:*', 'logs:*', 'cloudwatch:*', 'ecr:*']),
    );
    const { code, stdout } = await check(narrow, '--principal', 'fraud-training', ...snapshot);
    expect(code).to.equal(1);
    expect(stdout).to.include('statement "Competition" of bucket policy of acme-nlp-corpus');
  });

  it('says what is missing on the command line', async () => {
    const ends = [
      await check(training, '--principal', 'fraud-training'),
      await check(training, 'other.json', '--principal', 'fraud-training', ...snapshot),
      await check(training, '--principal', 'root', ...snapshot),
      await check(training, '--principal', 'fraud-trainin', ...snapshot),
      await check(training, '--principal', 'fraud-training', ...snapshot, '--batch', 'x.jsonl'),
      await check(training, '--principal', 'fraud-training', ...snapshot, '--type', 'trust'),
    ];
    expect(ends.map(({ code }) => code)).to.deep.equal([2, 2, 2, 2, 2, 2]);
    expect(ends.map(({ stderr }) => stderr.trim())).to.deep.equal([
      'leastwise: --principal and --snapshot go together; give both',
      'leastwise: with --principal give one policy file: all that the principal may have',
      'leastwise: only roles and users of the account have policies',
      'leastwise: fraud-trainin is no principal of account 111122223333; did you mean fraud-training?',
      'leastwise: --batch is not for --principal, which the snapshot tells; leave it out',
      'leastwise: --type is not for --principal, which the snapshot tells; leave it out',
    ]);
  });
});
