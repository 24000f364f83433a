import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parseFault } from '../../src/cli/fault-option.ts';
import { UserError } from '../../src/model/user-error.ts';
import { leastwise } from '../support/cli.ts';

describe('leastwise sandbox', () => {
  it('reads a fault from the command line', () => {
    expect(parseFault('throttle')).to.deep.equal({ class: 'throttle' });
    expect(parseFault('gone,operation=kms:DescribeKey,resource=a=b,nth=1+3')).to.deep.equal({
      class: 'gone',
      operation: 'kms:DescribeKey',
      resource: 'a=b',
      nth: [1, 3],
    });
  });

  for (const text of [
    'slow',
    'throttle,operation',
    'throttle,op=x',
    'access-denied,layer=nonsense',
    'throttle,nth=x',
    'gone,nth=0',
    '',
  ]) {
    it(`refuses the fault "${text}"`, () => {
      expect(() => parseFault(text)).to.throw(UserError, `--fault ${text}`);
    });
  }

  it('serves until it is interrupted, and lets calls go wrong as told', async () => {
    const served = await serving(['acme-ml', '--fault', 'access-denied,operation=kms:ListKeys']);
    const directory = mkdtempSync(join(tmpdir(), 'leastwise-denied-'));
    const out = join(directory, 'snapshot');
    const ended = await leastwise(
      ['snapshot', '--out', out, '--only', 'kms.key', '--region', 'eu-west-1'],
      { environment: served.environment },
    );
    expect(ended.code).to.equal(0);
    const judged = await leastwise(['test', '--snapshot', out, '--only', 'ENC-17']);
    expect(judged.code).to.equal(3);
    expect(judged.stdout).to.contain('kms:ListKeys was denied');
    rmSync(directory, { recursive: true });
    expect(await served.stop()).to.equal(0);
  }).timeout(30_000);

  it('refuses an account file together with --roles', async () => {
    const { code, stderr } = await leastwise(['sandbox', 'acme-ml', '--roles', '5']);
    expect(code).to.equal(2);
    expect(stderr).to.contain('exclude each other');
  });

  for (const flags of [
    ['--port', '65536'],
    ['--page-size', '0'],
    ['--seed', 'x'],
  ]) {
    it(`refuses ${flags.join(' ')}`, async () => {
      const { code, stdout, stderr } = await leastwise(['sandbox', 'acme-ml', ...flags]);
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.match(/^leastwise: option '--.*is invalid. It must be/);
    });
  }

  it('names the samples when no file is given', async () => {
    const { code, stderr } = await leastwise(['sandbox']);
    expect(code).to.equal(2);
    expect(stderr).to.contain('acme-ml');
  });
});

/** A sandbox in a process of its own, with the variables that it prints. */
async function serving(args: readonly string[]) {
  let stop: (() => void) | undefined;
  let ended: Promise<{ readonly code: number | null }> | undefined;
  const environment = await new Promise<Record<string, string>>((resolve) => {
    ended = leastwise(['sandbox', ...args], {
      started(child) {
        stop = () => child.kill('SIGINT');
      },
      printed(stdout) {
        const lines = [...stdout.matchAll(/^export (\w+)=(.*)$/gm)];
        if (lines.length === 4)
          resolve(Object.fromEntries(lines.map((line) => [line[1], line[2]])));
      },
    });
  });
  return {
    environment,
    async stop() {
      stop?.();
      return (await ended)?.code;
    },
  };
}
