import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { collectors } from '../../src/collect/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/respond.ts';
import { loadWorld } from '../../src/sandbox/load-world.ts';
import { serveSandbox, type ServedSandbox } from '../../src/sandbox/serve-http.ts';
import { leastwise, sandboxEnvironment } from '../support/cli.ts';

const account = '111122223333';
const regions = ['--region', 'eu-west-1'];

describe('A capture that is stopped', function () {
  this.timeout(120_000);
  let directory = '';
  let sandbox: Sandbox;
  let served: ServedSandbox;
  let environment: Record<string, string>;

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-kill-'));
    const file = new URL('../support/hardened.yaml', import.meta.url).pathname;
    const world = loadWorld(readFileSync(file, 'utf8'), { file, now: new Date() });
    sandbox = createSandbox(world, { clock: () => Date.now() });
    served = await serveSandbox(sandbox);
    environment = sandboxEnvironment(served.url, account);
  });
  after(async () => {
    await served.close();
    rmSync(directory, { recursive: true });
  });

  const snapshot = (args: readonly string[], stop?: { after: number; signal: NodeJS.Signals }) =>
    leastwise(['snapshot', '--quiet', ...args], {
      cwd: directory,
      environment,
      started(child) {
        if (stop !== undefined) void sleep(stop.after).then(() => child.kill(stop.signal));
      },
    });

  /** Names of the units that the journal holds as finished. */
  function finished(out: string): readonly string[] {
    const journal = join(directory, out, '.journal');
    if (!existsSync(journal)) return [];
    const files = readdirSync(journal).filter((name) => name.endsWith('.jsonl'));
    return files.map((name) => decodeURIComponent(name.replace(/\.jsonl$/, '')));
  }

  /** Calls by which a unit begins, made since `from`; `unit` is e.g. `kms.key@eu-west-1`. */
  function callsOf(unit: string, from: number): number {
    const [name, region] = unit.split('@');
    const collector = collectors.find((one) => one.name === name);
    const own = Object.keys(collector?.operations ?? {}).filter(
      (operation) => operation !== 'sagemaker:ListTags' && operation !== 'sagemaker:Search',
    );
    const others = collectors
      .filter((one) => one.name !== name)
      .flatMap((one) => Object.keys(one.operations));
    const only = own.filter((operation) => !others.includes(operation));
    expect(only, unit).not.to.be.empty;
    return sandbox.calls
      .slice(from)
      .filter((call) => only.includes(call.operation))
      .filter((call) => region === 'global' || call.region === region).length;
  }

  for (const [index, after] of [600, 900, 1400, 2000].entries()) {
    it(`by SIGKILL after ${after} ms leaves a whole snapshot or none, and is resumed without repeating finished units`, async () => {
      const out = `killed-${index}`;
      await snapshot(['--out', out, ...regions], { after, signal: 'SIGKILL' });
      if (!existsSync(join(directory, out))) return;
      if (!existsSync(join(directory, out, 'manifest.json'))) {
        const done = finished(out);
        const test = await leastwise(['test', '--snapshot', out], { cwd: directory });
        expect(test.code, test.stderr).to.equal(2);
        if (!existsSync(join(directory, out, '.journal', 'plan.json'))) return;
        const from = sandbox.calls.length;
        const resumed = await snapshot(['--resume', out, ...regions]);
        expect(resumed.code, resumed.stderr).to.equal(0);
        expect(done.map((unit) => callsOf(unit, from))).to.deep.equal(done.map(() => 0));
      }
      const verified = await leastwise(['snapshot', 'verify', out], { cwd: directory });
      expect(verified.code, verified.stdout).to.equal(0);
    });
  }

  it('by Ctrl-C says how to go on, exits with 130, and is resumed', async () => {
    const { code, stderr } = await snapshot(['--out', 'stopped', ...regions], {
      after: 1200,
      signal: 'SIGINT',
    });
    expect(code, stderr).to.equal(130);
    expect(stderr).to.contain('leastwise snapshot --resume stopped goes on from there');
    expect(existsSync(join(directory, 'stopped', 'manifest.json'))).to.equal(false);
    const resumed = await snapshot(['--resume', 'stopped']);
    expect(resumed.code, resumed.stderr).to.equal(0);
    const verified = await leastwise(['snapshot', 'verify', 'stopped'], { cwd: directory });
    expect(verified.code).to.equal(0);
  });

  it('is not resumed as something else', async () => {
    await snapshot(['--out', 'other', ...regions], { after: 1200, signal: 'SIGKILL' });
    const resumed = await snapshot(['--resume', 'other', '--region', 'us-east-1']);
    expect(resumed.code).to.equal(2);
    expect(resumed.stderr).to.contain('regions');
  });

  it('is not resumed where there is nothing to resume', async () => {
    const { code, stderr } = await snapshot(['--resume', 'nowhere', ...regions]);
    expect(code).to.equal(2);
    expect(stderr).to.contain('nowhere');
  });
});
