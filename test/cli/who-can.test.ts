import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { whoCanCommand } from '../../src/cli/command/who-can.ts';
import { captureSandbox } from '../support/capture-sandbox.ts';
import { leastwise, type CliEnd } from '../support/cli.ts';
import { recordingShell } from '../support/recording-shell.ts';

// What security engineers ask of the demo account, as they read the answers.

const iam = 'arn:aws:iam::111122223333';
const churnModels = 's3://acme-churn-models';

interface Json {
  readonly certain: boolean;
  readonly principals: readonly {
    readonly sort: string;
    readonly name: string;
    readonly is: string;
    readonly pairs: readonly { readonly action: string; readonly witness?: unknown }[];
  }[];
  readonly chains?: readonly {
    readonly start: string;
    readonly is: string;
    readonly end: string;
    readonly edges: readonly { readonly path: string; readonly to: string }[];
  }[];
  readonly missing: readonly { readonly what: string }[];
}

describe('leastwise who-can on the account acme-ml', function () {
  this.timeout(120_000);
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-who-can-'));
    await captureSandbox(directory);
  });
  after(() => rmSync(directory, { recursive: true }));

  const whoCan = (...args: string[]): Promise<CliEnd> =>
    leastwise(['who-can', ...args, '--snapshot', 'snapshot'], { cwd: directory });

  async function lines(...args: string[]) {
    const { code, stdout, stderr } = await whoCan(...args);
    return { code, stderr, lines: stdout.split('\n').map((line) => line.trim()) };
  }

  async function json(...args: string[]) {
    const { code, stdout } = await whoCan(...args, '--json');
    return { code, answer: JSON.parse(stdout) as Json };
  }

  it('finds who reads models through a wildcard, with the statement and a request', async () => {
    const { code, lines: found, stderr } = await lines('s3:GetObject', churnModels);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(found.slice(0, 3)).to.deep.equal([
      'Who can call s3:GetObject on arn:aws:s3:::acme-churn-models/*?',
      '',
      'can  any principal of any AWS account',
    ]);
    expect(found[3]).to.match(
      /^s3:GetObject on arn:aws:s3:::acme-churn-models\/.* with aws:principalarn="arn:aws:iam::\d{12}:role\/acme-partner-/,
    );
    expect(found[4]).to.equal('- statement "Partners" of bucket policy of acme-churn-models');
    const at = found.indexOf(`can  ${iam}:user/label-vendor`);
    expect(found[at + 2]).to.equal('- statement 0 of inline policy read-corpus of label-vendor');
    expect(found).to.include('- the root user needs no Allow');
    expect(found.join('\n')).to.not.contain('assumed: allowed by its own account');
  });

  it('finds who has the key and no bucket, by alias or by the ARN of the alias', async () => {
    const byName = await json('kms:Decrypt', 'alias/fraud');
    const strangers = byName.answer.principals.filter(({ sort }) => sort === 'named-account');
    expect(strangers.map(({ name }) => name)).to.deep.equal([
      'any principal of account 444455556666',
    ]);
    const alias = 'arn:aws:kms:eu-west-1:111122223333:alias/fraud';
    const byArn = await json('kms:Decrypt', alias);
    expect(byArn.answer).to.deep.equal(byName.answer);
    // The key alone opens no object.
    const data = await json('s3:GetObject', 's3://acme-fraud-training-data/*');
    expect(data.answer.principals.filter(({ sort }) => sort === 'named-account')).to.be.empty;
  });

  it('finds who writes what an endpoint runs', async () => {
    const { lines: found } = await lines('s3:PutObject', `${churnModels}/*`);
    const at = found.indexOf(`can  ${iam}:user/score-export`);
    expect(found[at + 2]).to.equal(
      '- statement "PutScores" of inline policy export-scores of group exporters',
    );
  });

  it('follows those who get to act as somebody else, only when asked', async () => {
    const asked = ['s3:GetObject', 's3://acme-fraud-training-data/*'] as const;
    const direct = await lines(...asked);
    expect(direct.lines).to.include(
      'Who gets there by acting as somebody else is told with --transitive.',
    );
    expect(direct.lines).to.not.include(`can  ${iam}:role/DataScientist`);
    const { lines: found } = await lines(...asked, '--transitive');
    const at = found.indexOf(`can  ${iam}:role/DataScientist`);
    expect(at).to.be.greaterThan(found.indexOf('By acting as somebody else:'));
    expect(found[at + 1]).to.match(
      /^ESC-\d\d: .*, and is then arn:aws:iam::111122223333:role\/ml\//,
    );
    const { answer } = await json(...asked, '--transitive');
    const chain = answer.chains?.find(({ start }) => start.endsWith('/DataScientist'));
    expect(chain).to.include({ is: 'yes' });
    expect(chain?.edges.at(-1)?.to).to.equal(chain?.end);
    expect(answer.principals.map(({ name }) => name)).to.include(chain?.end);
  });

  it('says that nobody can where it is proven', async () => {
    const asked = ['s3:DeleteObject', 's3://acme-churn-training-data/*'] as const;
    const { code, lines: found } = await lines(...asked);
    expect(code).to.equal(0);
    expect(found[2]).to.equal('nobody');
    expect(found.find((line) => line.startsWith('Nobody'))).to.match(
      /^Nobody by permissions of their own: asked of \d+ roles and users and of everybody outside\.$/,
    );
    expect((await json(...asked)).answer).to.deep.include({ certain: true, principals: [] });
  });

  it('asks only of the requests that are given', async () => {
    const without = await json('s3:GetObject', churnModels, '--without', 'aws:PrincipalArn');
    expect(without.answer.principals.map(({ sort }) => sort)).to.not.include('any-account');
    const asked = ['sts:AssumeRole', 'role/fraud-training'] as const;
    const sage = async (...context: string[]) => {
      const { answer } = await json(...asked, ...context);
      return answer.principals.map(({ name }) => name).includes('sagemaker.amazonaws.com');
    };
    expect(await sage()).to.equal(true);
    expect(await sage('--context', 'aws:SourceAccount=111122223333')).to.equal(true);
    expect(await sage('--context', 'aws:SourceAccount=999999999999')).to.equal(false);
    expect(await sage('--without', 'aws:SourceAccount')).to.equal(false);
    const { lines: found } = await lines(...asked, '--context', 'aws:SourceIp=10.0.0.1');
    expect(found[0]).to.equal(
      `Who can call sts:AssumeRole on ${iam}:role/ml/fraud-training with aws:SourceIp=10.0.0.1?`,
    );
  });

  it('cannot tell of a bucket that the account does not have, and names the one that is meant', async () => {
    const { code, lines: found } = await lines('s3:GetObject', 's3://acme-fraud-model/*');
    expect(code).to.equal(3);
    expect(found).to.include('Did you mean s3://acme-fraud-models?');
    expect(found.filter((line) => line.includes('may be another account'))).to.have.lengthOf(1);
  });

  it('tells a person at a terminal what takes time, and nothing else', async () => {
    const { shell, told } = recordingShell();
    const args = ['s3:GetObject', churnModels, '--transitive', '--snapshot'];
    await whoCanCommand(shell).parseAsync([...args, join(directory, 'snapshot')], { from: 'user' });
    expect(told.status).to.match(/^asking \d+ roles and users \.\.\.\nlooking for who gets to act/);
    expect(told.said).to.equal('');
    expect(told.code).to.equal(0);
  });

  const mistakes: readonly (readonly [number, readonly string[], string])[] = [
    [2, ['s3:GetObjekt', churnModels], 'did you mean s3:GetObject?'],
    [2, ['s3:ListBucket', `${churnModels}/a`], `s3:ListBucket is not for ${churnModels}/a`],
    [2, ['sts:AssumeRole', 'role/fraud-trainin'], 'did you mean role/fraud-training?'],
    [2, ['kms:Decrypt', 'alias/frau'], 'account 111122223333 has no key alias/frau'],
    [2, ['s3:GetObject', 'models'], 'models is no resource; give an ARN'],
    [2, ['s3:GetObject', churnModels, '--context', 'x'], 'write it as key=value'],
    [2, ['s3:GetObject'], "missing required argument 'resource'"],
    [6, ['s3:GetObject', 's3://acme-fraude-*'], 'nothing in the snapshot fits arn:aws:s3:::acme-'],
  ];
  for (const [wanted, args, message] of mistakes) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await whoCan(...args);
      expect({ code, stdout }).to.deep.equal({ code: wanted, stdout: '' });
      expect(stderr).to.contain(message);
    });
  }
});

describe('leastwise who-can on an account', function () {
  this.timeout(120_000);
  let directory = '';
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-who-can-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  const ask = async (name: string, ...args: string[]): Promise<CliEnd> =>
    leastwise(['who-can', ...args, '--snapshot', 'snapshot'], { cwd: join(directory, name) });

  const small = (sid: string): string =>
    JSON.stringify({
      id: '111122223333',
      regions: ['eu-west-1'],
      iam: {
        roles: {
          trainer: {
            trust: [
              {
                Effect: 'Allow',
                Principal: { Service: 'sagemaker.amazonaws.com' },
                Action: 'sts:AssumeRole',
              },
            ],
            inline: { own: [{ Sid: sid, Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] },
          },
        },
      },
      s3: { buckets: { models: {} } },
    });

  it('is not certain of a role whose policy was denied, and says how to mend it', async () => {
    mkdirSync(join(directory, 'denied'));
    await captureSandbox(join(directory, 'denied'), {
      text: small('Read'),
      faults: [{ class: 'access-denied', operation: 's3:GetBucketPolicy' }],
    });
    const { code, stdout } = await ask('denied', 's3:GetObject', 's3://models');
    expect(code).to.equal(3);
    expect(stdout).to.match(/may {2}arn:aws:iam::111122223333:role\/trainer/);
    expect(stdout).to.contain('s3:GetBucketPolicy was denied (AccessDenied)');
    expect(stdout).to.contain('leastwise iam-policy prints what it needs');
  });

  it('says that there may be others where roles were not listed', async () => {
    mkdirSync(join(directory, 'unlisted'));
    await captureSandbox(join(directory, 'unlisted'), {
      text: small('Read'),
      flags: ['--only', 's3.bucket'],
    });
    const { code, stdout } = await ask('unlisted', 's3:PutObject', 's3://models');
    expect(code).to.equal(3);
    expect(stdout).to.match(/Not known: all iam.role/);
    expect(stdout).to.contain('There may be others: what is not known may let them in.');
    expect(stdout).to.not.match(/nobody\n|Nobody/);
  });

  it('writes names of the account so that they cannot touch the terminal', async () => {
    mkdirSync(join(directory, 'hostile'));
    await captureSandbox(join(directory, 'hostile'), {
      text: small('Re\u001b[2J\u202ead\nNobody'),
    });
    const { stdout } = await ask('hostile', 's3:GetObject', 's3://models');
    expect(stdout).to.contain('statement "Re\\x1b[2J\\u{202e}ad\\nNobody" of inline policy own');
    expect(stdout).to.not.contain('\u001b').and.not.contain('\u202e');
  });
});
