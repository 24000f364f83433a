import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { leastwise } from '../support/cli.ts';

describe('leastwise', () => {
  let directory = '';
  before(() => (directory = mkdtempSync(join(tmpdir(), 'leastwise-cli-'))));
  after(() => rmSync(directory, { recursive: true }));

  it('prints help on stdout with every exit code', async () => {
    const { code, stdout, stderr } = await leastwise(['--help']);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.contain('Usage: leastwise').and.to.contain('130 interrupted');
  });

  it('refuses an unknown command with 2 and a hint', async () => {
    const { code, stdout, stderr } = await leastwise(['tset']);
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    expect(stderr).to.contain("unknown command 'tset'").and.to.contain('test');
  });

  it('refuses an option without its value with 2', async () => {
    expect((await leastwise(['snapshot', '--region'])).code).to.equal(2);
    expect((await leastwise(['test'])).code).to.equal(2);
  });

  it('ends with 2 and help when no command is given', async () => {
    const { code, stdout, stderr } = await leastwise([]);
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
    expect(stderr).to.contain('Usage: leastwise');
  });

  it('prints an IAM policy that only reads', async () => {
    const { code, stdout } = await leastwise(['iam-policy']);
    const policy = JSON.parse(stdout) as { Statement: { Effect: string; Action: string[] }[] };
    expect(code).to.equal(0);
    expect(policy.Statement.map((one) => one.Effect)).to.deep.equal(['Allow', 'Deny']);
    expect(policy.Statement[0]?.Action)
      .to.include('sagemaker:ListModels')
      .and.not.include('s3:GetObject');
    // One managed policy holds 6,144 characters without white space.
    expect(JSON.stringify(policy).length).to.be.below(6144);
  });

  for (const file of ['config', 'account']) {
    it(`prints a JSON Schema of the ${file} file that compiles`, async () => {
      const { code, stdout } = await leastwise(['schema', file]);
      expect(code).to.equal(0);
      new Ajv({ allowUnionTypes: true }).compile(JSON.parse(stdout) as object);
    });
  }

  it('lists every rule and shows one by id or code', async () => {
    const { stdout } = await leastwise(['rules', 'list', '--json']);
    expect(JSON.parse(stdout)).to.have.length(87);
    const shown = await leastwise(['rules', 'show', 'net-09']);
    expect(shown.stdout).to.contain('network/notebook-has-no-direct-internet').and.contain('Fix:');
    const wrong = await leastwise(['rules', 'show', 'NET-9']);
    expect(wrong.code).to.equal(2);
    expect(wrong.stderr).to.contain('NET-9');
  });

  it('says which setting comes from where', async () => {
    const project = join(directory, 'project', 'deep');
    mkdirSync(project, { recursive: true });
    mkdirSync(join(directory, 'project', '.git'));
    writeFileSync(join(directory, 'project', 'leastwise.yaml'), 'failOn: high\njobsSince: 7d\n');
    const { stdout } = await leastwise(['config', 'show', '--origin'], {
      cwd: project,
      environment: { LEASTWISE_JOBS_SINCE: '3d', LEASTWISE_ONLY: 'NET-09, high' },
    });
    expect(stdout).to.contain('failOn: "high"  # file');
    expect(stdout).to.contain('jobsSince: "3d"  # environment');
    expect(stdout).to.contain('only: ["NET-09","high"]  # environment');
    expect(stdout).to.contain('describeJobs: 200  # default');
  });

  it('refuses a configuration with its line, column and a mend', async () => {
    const file = join(directory, 'bad.yaml');
    writeFileSync(file, 'inputs:\n  approvedSubnet: [subnet-1]\n');
    const { code, stderr } = await leastwise(['config', 'show', '--config', file]);
    expect(code).to.equal(2);
    expect(stderr).to.contain(`${file}:2:3: inputs.approvedSubnet: unknown member`);
    expect(stderr).to.contain('did you mean "approvedSubnets"?');
  });

  it('does not look for a configuration beyond the git root', async () => {
    const inner = join(directory, 'project', 'inner');
    mkdirSync(join(inner, '.git'), { recursive: true });
    const { stdout } = await leastwise(['config', 'show', '--json'], { cwd: inner });
    expect(JSON.parse(stdout)).to.include({ path: null });
  });

  const wrong: readonly (readonly [string, readonly string[], string])[] = [
    ['a flag that is not there', ['rules', 'list', '--nope'], "unknown option '--nope'"],
    ['a day that is not there', ['snapshot', '--jobs-since', '2026-02-31'], 'is not a time'],
    ['a time before AWS', ['snapshot', '--jobs-since', '99999w'], 'lies before AWS'],
    ['a time to come', ['snapshot', '--jobs-since', '9999-01-01'], 'lies in the future'],
    ['two regions in one', ['snapshot', '--region', 'eu-west-1,us-east-1'], 'not the name of a'],
    ['a variable that is not set', ['snapshot', '--out', ''], 'It is empty'],
    ['an empty list', ['test', '--snapshot', 'x', '--suites', ' '], 'It is empty'],
    ['a role by its name', ['snapshot', '--role-arn', 'Reader'], 'write the whole ARN'],
  ];
  for (const [what, args, message] of wrong) {
    it(`refuses ${what} with 2, and says so as leastwise`, async () => {
      const { code, stdout, stderr } = await leastwise(args, { cwd: directory });
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr)
        .to.match(/^leastwise: /)
        .and.to.contain(message);
    });
  }

  it('refuses a variable that is misspelt or holds what is no choice', async () => {
    const config = (environment: Record<string, string>) =>
      leastwise(['config', 'show', '--json'], { cwd: directory, environment });
    const misspelt = await config({ LEASTWISE_FALON: 'high' });
    expect(misspelt.code).to.equal(2);
    expect(misspelt.stderr).to.contain('did you mean LEASTWISE_FAIL_ON?');
    const empty = await config({ LEASTWISE_REGIONS: 'eu-west-1, ,' });
    expect(JSON.parse(empty.stdout)).to.have.nested.property('settings.regions').with.length(1);
  });

  it('looks for the suites of a configuration beside it', async () => {
    const below = join(directory, 'suites', 'below');
    mkdirSync(join(below, '.git'), { recursive: true });
    writeFileSync(join(directory, 'suites', 'own.yaml'), 'suites: [rules]\n');
    const args = ['config', 'show', '--json', '--config', '../own.yaml'];
    const { stdout } = await leastwise(args, { cwd: below });
    expect(JSON.parse(stdout)).to.have.nested.property(
      'settings.suites[0]',
      join(directory, 'suites', 'rules'),
    );
  });
});
