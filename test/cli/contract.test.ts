import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { TestRecord } from '../../src/model/record.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { createSandbox } from '../../src/sandbox/respond.ts';
import { serveSandbox } from '../../src/sandbox/serve-http.ts';
import { leastwise, sandboxEnvironment, type CliEnd } from '../support/cli.ts';

const file = 'contract-account.yaml';
const contract = `
artifacts: { model: { is: 's3://acme-models/*' } }
personas:
  training: { executes: training-jobs }
  ci: { users: ci }
  break-glass: { users: break-glass }
access: { model: { write: [training, ci], delete: [] } }
exempt: [break-glass]
`;

describe('leastwise test with access contracts', function () {
  this.timeout(60_000);
  let directory = '';

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-contract-'));
    const text = readFileSync(new URL(`../support/${file}`, import.meta.url), 'utf8');
    const world = loadWorld(text, { file, now: new Date() });
    const served = await serveSandbox(createSandbox(world, { clock: () => Date.now() }));
    const environment = sandboxEnvironment(served.url, '111122223333');
    const args = ['snapshot', '--out', 'snapshot', '--region', 'eu-west-1', '--quiet'];
    expect((await leastwise(args, { cwd: directory, environment })).code).to.equal(0);
    await served.close();
    writeFileSync(join(directory, 'model.access.yaml'), contract);
  });
  after(() => rmSync(directory, { recursive: true }));

  const test = (...args: string[]): Promise<CliEnd> =>
    leastwise(['test', '--snapshot', 'snapshot', '--only', 'contract', ...args], {
      cwd: directory,
    });

  const verdicts = ({ stdout }: CliEnd): readonly string[] =>
    stdout
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => JSON.parse(line) as TestRecord)
      .map(({ rule, status, evidence }) =>
        [rule, status, ...evidence.map(({ finding }) => finding)].join(' '),
      );

  const expected = ['contract/model-delete fail delete:user/ci', 'contract/model-write pass'];

  it('judges a contract like any other rule', async () => {
    const end = await test('--contract', 'model.access.yaml', '--report', 'ndjson');
    expect(verdicts(end)).to.deep.equal(expected);
    expect(end.code).to.equal(1);
  });

  it('names the finding in the reports for people', async () => {
    const { stdout } = await test('--contract', 'model.access.yaml', '--report', 'text');
    expect(stdout).to.contain('contract/model-delete').and.to.contain('delete:user/ci');
    const junit = await test('--contract', 'model.access.yaml', '--report', 'junit');
    expect(junit.stdout).to.contain('delete:user/ci');
  });

  it('takes contracts from the configuration, from beside it, and from suites folders', async () => {
    mkdirSync(join(directory, 'suites'));
    writeFileSync(join(directory, 'suites/model.access.yaml'), contract);
    writeFileSync(join(directory, 'one.yaml'), 'contracts: [model.access.yaml]');
    writeFileSync(join(directory, 'two.yaml'), 'suites: [suites]');
    for (const config of ['one.yaml', 'two.yaml']) {
      const end = await test('--config', config, '--report', 'ndjson');
      expect(verdicts(end)).to.deep.equal(expected);
    }
  });

  it('exits with 2 for a contract that is none, naming file, line and mend', async () => {
    const wrong = contract.replace('[training, ci]', '[trainig, ci]');
    writeFileSync(join(directory, 'wrong.access.yaml'), wrong);
    const { code, stderr } = await test('--contract', 'wrong.access.yaml');
    expect(code).to.equal(2);
    expect(stderr).to.contain(
      'wrong.access.yaml:7:28: access.model.write[0]: there is no persona "trainig"; did you mean "training"?',
    );
  });

  it('exits with 2 for a contract that is not there', async () => {
    const { code, stderr } = await test('--contract', 'gone.access.yaml');
    expect(code).to.equal(2);
    expect(stderr).to.contain('gone.access.yaml: the contract cannot be read');
  });

  it('keeps the digest of the contracts with the run', async () => {
    await test('--contract', 'model.access.yaml', '--out', 'run');
    const run = JSON.parse(readFileSync(join(directory, 'run/run.json'), 'utf8')) as {
      digests: { contracts: string };
    };
    expect(run.digests.contracts).to.match(/^[0-9a-f]{64}$/);
  });

  it('prints the schema of contracts', async () => {
    const { stdout } = await leastwise(['schema', 'access']);
    expect(JSON.parse(stdout)).to.include({ title: 'leastwise access contract' });
  });
});
