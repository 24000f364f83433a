import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { leastwise, type CliEnd } from '../support/cli.ts';

// The answers on the demo account, as its users read them.

const nlpModels = 's3://acme-nlp-models/sentiment.tar.gz';
const fraudData = 's3://acme-fraud-training-data/a.csv';
const shared = 's3://acme-recsys-models/shared/a.tar.gz';

describe('leastwise can on the account acme-ml', function () {
  this.timeout(60_000);
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-can-'));
    await leastwise(['demo', '--out', 'demo'], { cwd: directory });
  });
  after(() => rmSync(directory, { recursive: true }));

  const can = (...args: string[]): Promise<CliEnd> =>
    leastwise(['can', ...args, '--snapshot', 'demo/snapshot'], { cwd: directory });

  /** Exit code and the lines without those that are the same for many questions. */
  async function answer(...args: string[]) {
    const { code, stdout } = await can(...args);
    const lines = stdout.split('\n').map((line) => line.trim());
    return { code, lines: lines.filter((line) => line !== '' && !line.startsWith('Assumed:')) };
  }

  it('shows a read that bucket, key and every layer allow', async () => {
    const key = 'arn:aws:kms:eu-west-1:111122223333:key/';
    const { code, lines } = await answer('fraud-training', 's3:GetObject', fraudData);
    expect(code).to.equal(0);
    expect(lines.slice(0, 5)).to.deep.equal([
      'Yes: arn:aws:iam::111122223333:role/ml/fraud-training · s3:GetObject · arn:aws:s3:::acme-fraud-training-data/a.csv',
      'allowed: s3:GetObject on arn:aws:s3:::acme-fraud-training-data/a.csv',
      '- statement "Work" of arn:aws:iam::111122223333:policy/ml/ml-boundary in the caller\'s permissions boundary allows it',
      '- statement "Read" of inline policy train of fraud-training in the caller\'s identity policies allows it',
      '- every level of the organisation allows it',
    ]);
    expect(lines[5]).to.match(
      new RegExp(`^allowed: kms:Decrypt on ${key}.* \\(the object is encrypted with this key\\)$`),
    );
    expect(lines).to.include(
      '- statement "UseKey" of inline policy train of fraud-training in the caller\'s identity policies allows it',
    );
  });

  it('shows a read that fails at the key alone', async () => {
    const { code, lines } = await answer('role/notebook-exec', 's3:GetObject', fraudData);
    expect(code).to.equal(1);
    expect(lines[1]).to.equal('kms:Decrypt is not allowed, although s3:GetObject is allowed');
    const reasons = lines.slice(lines.findIndex((line) => line.startsWith('not allowed:')) + 1);
    expect(reasons[0]).to.equal("- nothing in the caller's identity policies allows it");
    expect(reasons[1]).to.match(/^\+ statement "Delegate" of key policy of .* allows it$/);
  });

  it('shows the condition that failed, with what it wants and what the request has', async () => {
    const { code, stdout } = await can(
      ...['fraud-training', 'kms:Decrypt'],
      'arn:aws:kms:eu-west-1:111122223333:alias/fraud',
    );
    expect(code).to.equal(1);
    expect(stdout).to.contain(
      'statement "UseKey" of inline policy train of fraud-training comes near, but its condition on kms:ViaService wants StringEquals \'s3.eu-west-1.amazonaws.com\', and the request has no value',
    );
  });

  it('shows what the boundary cuts, by its silence and by its Deny', async () => {
    const silent = await answer(
      ...['nlp-training', 'bedrock:InvokeModel'],
      'arn:aws:bedrock:us-east-1::foundation-model/x',
    );
    expect(silent).to.deep.include({ code: 1 });
    expect(silent.lines).to.include("- nothing in the caller's permissions boundary allows it");
    const denied = await answer('nlp-training', 's3:PutBucketPolicy', 's3://acme-nlp-corpus');
    expect(denied).to.deep.equal({
      code: 1,
      lines: [
        'No: arn:aws:iam::111122223333:role/ml/nlp-training · s3:PutBucketPolicy · arn:aws:s3:::acme-nlp-corpus',
        's3:PutBucketPolicy is denied by a policy',
        'denied by a policy: s3:PutBucketPolicy on arn:aws:s3:::acme-nlp-corpus',
        '- statement "NeverPublic" of arn:aws:iam::111122223333:policy/ml/ml-boundary in the caller\'s permissions boundary denies it',
      ],
    });
  });

  it('shows what a service control policy cuts', async () => {
    const { code, lines } = await answer(
      ...['recsys-training', 's3:DeleteObject'],
      's3://acme-recsys-training-data/clicks/1.parquet',
    );
    expect({ code, reason: lines[3] }).to.deep.equal({
      code: 1,
      reason:
        '- statement "NeverDeleteTrainingData" of keep-training-data at ou-ac01-machlearn in the service control policies (level 1 below the root) denies it',
    });
  });

  for (const stranger of ['anonymous', '444455556666']) {
    it(`shows what block public access cuts for ${stranger}`, async () => {
      const { code, lines } = await answer(stranger, 's3:GetObject', shared);
      expect({ code, reason: lines[3] }).to.deep.equal({
        code: 1,
        reason:
          '- RestrictPublicBuckets cuts it off: the bucket policy is public by the definition of S3, so only AWS services and principals of the owner account get in',
      });
    });
  }

  it('asks for what it cannot know, and takes it', async () => {
    const asked = ['sagemaker.amazonaws.com', 'sts:AssumeRole', 'role/fraud-training'] as const;
    const open = await can(...asked);
    expect(open.code).to.equal(3);
    expect(open.stdout).to.contain(
      'To settle it, give --context aws:SourceAccount=VALUE, or --without aws:SourceAccount',
    );
    const codes = await Promise.all([
      can(...asked, '--context', 'aws:SourceAccount=111122223333'),
      can(...asked, '--context', 'aws:SourceAccount=999999999999'),
      can(...asked, '--without', 'aws:SourceAccount'),
    ]);
    expect(codes.map(({ code }) => code)).to.deep.equal([0, 1, 1]);
  });

  it('asks for the encryption context that a grant demands', async () => {
    const alias = 'arn:aws:kms:eu-west-1:111122223333:alias/fraud';
    const asked = ['fraud-endpoint', 'kms:Decrypt', alias] as const;
    const open = await can(...asked);
    expect(open.code).to.equal(3);
    expect(open.stdout).to.contain('give --context kms:encryptioncontext:team=VALUE');
    const context = ['--context', 'kms:EncryptionContext:team=fraud'];
    const given = await can(...asked, ...context, '--context', 'kms:EncryptionContextKeys=team');
    expect(given.code).to.equal(0);
    // S3 has an encryption context of its own, which the grant does not fit.
    const byS3 = await can('fraud-endpoint', 's3:GetObject', 's3://acme-fraud-models/model');
    expect(byS3.code).to.equal(1);
  });

  it('warns of a key that KMS refuses to use', async () => {
    const { stdout } = await can('nlp-training', 's3:GetObject', 's3://acme-model-evaluation/a');
    expect(stdout).to.match(/But: key .* is in state PendingDeletion: KMS refuses to use it/);
  });

  it('says it all in JSON too', async () => {
    const { code, stdout } = await can('nlp-training', 's3:GetObject', nlpModels, '--json');
    const { outcome, principal, pairs } = JSON.parse(stdout) as Record<string, unknown>;
    expect({ code, outcome, principal }).to.deep.equal({
      code: 0,
      outcome: 'allowed',
      principal: 'arn:aws:iam::111122223333:role/ml/nlp-training',
    });
    expect(pairs).to.have.lengthOf(2);
  });

  const mistakes: readonly (readonly [readonly string[], string])[] = [
    [['fraud-trainin', 's3:GetObject', fraudData], 'did you mean fraud-training?'],
    [['user/maria', 's3:GetObject', fraudData], 'user/maria is no principal of account'],
    [
      ['arn:aws:iam::111122223333:role/fraud-training', 's3:GetObject', fraudData],
      'did you mean arn:aws:iam::111122223333:role/ml/fraud-training?',
    ],
    [['fraud-training', 's3:GetObjekt', fraudData], 'did you mean s3:GetObject?'],
    [['fraud-training', 's3:GetObject', 's3://acme-fraud-training-data'], 'is not for s3://acme'],
    [['fraud-training', 's3:ListBucket', fraudData], 'is not for s3://acme-fraud-training-data/a'],
    [['fraud-training', 's3:GetObject', 'a.csv'], 'a.csv is no resource; give an ARN'],
    [['fraud-training', 's3:GetObject', fraudData, '--context', 'x'], 'write it as key=value'],
  ];
  for (const [args, message] of mistakes) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await can(...args);
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.contain(message);
    });
  }
});
