import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { whatCanCommand } from '../../src/cli/command/what-can.ts';
import { captureSandbox } from '../support/capture-sandbox.ts';
import { leastwise, type CliEnd } from '../support/cli.ts';
import { recordingShell } from '../support/recording-shell.ts';

const churnModels = 's3://acme-churn-models/*';
const sagemaker = 'arn:aws:sagemaker:eu-west-1:111122223333';

interface Json {
  readonly principal: string;
  readonly certain: boolean;
  readonly resources: readonly {
    readonly resource: string;
    readonly actions: readonly { readonly action: string; readonly is: string }[];
  }[];
}

describe('leastwise what-can on the account acme-ml', function () {
  this.timeout(120_000);
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-what-can-'));
    await captureSandbox(directory);
  });
  after(() => rmSync(directory, { recursive: true }));

  const whatCan = (...args: string[]): Promise<CliEnd> =>
    leastwise(['what-can', ...args, '--snapshot', 'snapshot'], { cwd: directory });

  async function json(...args: string[]) {
    const { code, stdout } = await whatCan(...args, '--json');
    return { code, answer: JSON.parse(stdout) as Json };
  }

  it('finds all that a user can do to the models that an endpoint runs', async () => {
    const { code, stdout, stderr } = await whatCan('score-export', '--on', churnModels);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 6)).to.deep.equal([
      'What can arn:aws:iam::111122223333:user/score-export do on arn:aws:s3:::acme-churn-models/*?',
      '',
      'arn:aws:s3:::acme-churn-models/*',
      '  Write: s3:PutObject',
      '',
      'Nothing else on it: every action was asked in every context.',
    ]);
  });

  it('says the same in JSON, with a request for each action', async () => {
    const { code, answer } = await json('user/score-export', '--on', churnModels);
    expect(code).to.equal(0);
    const { principal, certain, resources } = answer;
    expect({ principal, certain }).to.deep.equal({
      principal: 'arn:aws:iam::111122223333:user/score-export',
      certain: true,
    });
    expect(resources[0]?.actions.map(({ action, is }) => `${action} ${is}`)).to.deep.equal([
      's3:PutObject yes',
    ]);
    expect(resources[0]).to.have.nested.property('actions[0].pairs[0].witness');
  });

  it('shows what data scientists come to, notebooks of the platform among it', async () => {
    const { stdout } = await whatCan('role/DataScientist');
    const lines = stdout.split('\n');
    const at = lines.indexOf(`${sagemaker}:notebook-instance/platform-tools`);
    const rest = lines.slice(at).find((line) => line.startsWith('  Write:'));
    expect(rest).to.equal('  Write: sagemaker:CreatePresignedNotebookInstanceUrl');
    // Resources with the same actions stand together.
    const groups = lines.filter((line) => line === '  Read: sagemaker:DescribeEndpoint');
    expect(groups).to.have.lengthOf(1);
    expect(Math.max(...lines.slice(0, -6).map(({ length }) => length))).to.be.at.most(100);
  });

  it('knows strangers, by the account that they are of', async () => {
    const { answer } = await json('444455556666', '--on', 'alias/fraud');
    const actions = answer.resources[0]?.actions.map(({ action }) => action);
    expect(actions).to.include('kms:Decrypt').and.not.include('kms:Encrypt');
    const { stdout } = await whatCan('anonymous', '--on', churnModels);
    expect(stdout).to.match(/\nnothing\n\nNothing else on it/);
  });

  it('asks only of the requests that are given', async () => {
    const asked = ['444455556666', '--on', churnModels] as const;
    const count = async (...flags: string[]) => {
      const { answer } = await json(...asked, ...flags);
      return answer.resources[0]?.actions.length;
    };
    const partner = 'arn:aws:iam::444455556666:role/acme-partner-a';
    expect(await count('--context', `aws:PrincipalArn=${partner}`)).to.equal(1);
    expect(await count('--without', 'aws:PrincipalArn')).to.equal(0);
  });

  it('tells a person at a terminal which resource it is at', async () => {
    const { shell, told } = recordingShell();
    const args = ['score-export', '--on', churnModels, '--snapshot', join(directory, 'snapshot')];
    await whatCanCommand(shell).parseAsync(args, { from: 'user' });
    expect(told).to.deep.include({
      status: '1 of 1: arn:aws:s3:::acme-churn-models/*\n',
      said: '',
      code: 0,
    });
  });

  const mistakes: readonly (readonly [number, readonly string[], string])[] = [
    [2, ['fraud-trainin'], 'did you mean fraud-training?'],
    [2, ['arn:aws:iam::111122223333:user/nobody'], 'account 111122223333 has no user'],
    [2, ['score-export', '--on', 'models'], 'models is no resource; give an ARN'],
    [2, ['score-export', '--on', '*'], '--on * is every action of AWS'],
    [2, ['score-export', '--on', ' '], 'It is empty.'],
    [6, ['score-export', '--on', 's3://acme-fraude-*'], 'nothing in the snapshot fits'],
  ];
  for (const [wanted, args, message] of mistakes) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await whatCan(...args);
      expect({ code, stdout }).to.deep.equal({ code: wanted, stdout: '' });
      expect(stderr).to.contain(message);
    });
  }
});

describe('leastwise what-can on an account that was not read as a whole', function () {
  this.timeout(120_000);
  let directory = '';
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-what-can-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  it('marks what cannot be told, says why and how to mend it', async () => {
    await captureSandbox(directory, {
      faults: [{ class: 'access-denied', operation: 's3:GetBucketPolicy' }],
      flags: ['--region', 'eu-west-1'],
    });
    const asked = ['what-can', 'label-vendor', '--on', churnModels, '--snapshot', 'snapshot'];
    const { code, stdout } = await leastwise(asked, { cwd: directory });
    expect(code).to.equal(3);
    expect(stdout).to.match(/ {2}Read: .*s3:GetObject \(\?\)/);
    expect(stdout).to.match(/ {2}\(\?\) cannot be told: .*s3:GetBucketPolicy was denied/);
    expect(stdout).to.contain('leastwise iam-policy prints what it needs');
  });

  it('says that there may be more where resources were not listed', async () => {
    const here = join(directory, 'few');
    mkdirSync(here);
    await captureSandbox(here, { flags: ['--only', 'iam.user', '--only', 's3.bucket'] });
    const { code, stdout } = await leastwise(
      ['what-can', 'score-export', '--snapshot', 'snapshot'],
      { cwd: here },
    );
    expect(code).to.equal(3);
    expect(stdout).to.contain('Not known: all kms.key');
    expect(stdout).to.contain('There may be more: what is not known may be within reach.');
    expect(stdout).to.not.contain('Nothing else');
  });
});
