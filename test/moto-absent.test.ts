import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { motoVersion } from './support/moto-install.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const reason = `moto ${motoVersion} cannot be had: there is no python3`;

describe('The tests on moto, without Python', function () {
  this.timeout(120_000);
  const directory = temporaryDirectory();

  /** Runs them as `npm test` does, where PATH leads nowhere and nothing is installed yet. */
  function mocha(environment: Readonly<Record<string, string>>) {
    const args = ['node_modules/mocha/bin/mocha.js', '--no-config', '--require', 'tsx'];
    const child = spawn(process.execPath, [...args, 'test/moto-caller.test.ts'], {
      cwd: root,
      env: { PATH: directory(), LEASTWISE_TEST_CACHE: directory(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    }
    return new Promise<{ readonly code: number | null; readonly output: string }>((resolve) => {
      child.on('close', (code) => resolve({ code, output }));
    });
  }

  it('are skipped with the reason', async () => {
    const { code, output } = await mocha({});
    expect(code).to.equal(0);
    expect(output).to.contain(`SKIPPED: ${reason}`);
    expect(output)
      .to.match(/\b0 passing/)
      .and.match(/\b2 pending/)
      .and.not.match(/failing/);
  });

  it('fail with CI=true', async () => {
    const { code, output } = await mocha({ CI: 'true' });
    expect(code).to.not.equal(0);
    expect(output)
      .to.contain(reason)
      .and.match(/\b1 failing/);
  });
});
