import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { leastwise, type CliEnd, type CliOptions } from '../support/cli.ts';
import { captureSmallSnapshot } from '../support/small-snapshot.ts';

describe('Rules and specs of the user', function () {
  this.timeout(60_000);
  let directory = '';
  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'leastwise-foreign-'));
    await captureSmallSnapshot(directory);
  });
  after(() => rmSync(directory, { recursive: true }));

  /** Judges INT-03, which has violations, beside one file of the user. */
  const testWith = (file: string, text: string, ...rest: string[]): Promise<CliEnd> =>
    start(file, text, { args: rest });

  function start(
    file: string,
    text: string,
    options: CliOptions & { readonly args?: readonly string[] },
  ): Promise<CliEnd> {
    rmSync(join(directory, 'rules'), { recursive: true, force: true });
    mkdirSync(join(directory, 'rules', dirname(file)), { recursive: true });
    writeFileSync(join(directory, 'rules', file), text);
    const args = ['test', '--snapshot', 'snapshot', '--only', 'INT-03', '--suites', 'rules'];
    return leastwise([...args, ...(options.args ?? [])], { cwd: directory, ...options });
  }

  const stops: readonly (readonly [string, string, string])[] = [
    ['a rule that exits the process on import', 'tags/a.mjs', 'process.exit(0);'],
    ['a rule that waits for what never comes', 'tags/a.mjs', 'await new Promise(() => {});'],
    ['a spec that exits the process', 'a.spec.mjs', 'it("exits", () => process.exit(0));'],
    ['a spec that waits for what never comes', 'a.spec.mjs', 'await new Promise(() => {});'],
  ];
  for (const [name, file, text] of stops) {
    it(`do not end a run as if everything held: ${name}`, async () => {
      const { code, stdout, stderr } = await testWith(file, text);
      expect({ code, stdout }).to.deep.equal({ code: 2, stdout: '' });
      expect(stderr).to.contain('leastwise: stopped before the end');
    });
  }

  it('fail a run that was done when what they left running throws', async () => {
    const late = 'it("is late", () => { setTimeout(() => { throw new Error("late") }, 500) });';
    const { code, stderr } = await testWith('a.spec.mjs', late, '--exit-zero');
    expect(code).to.equal(2);
    expect(stderr).to.contain('what a rule or spec left running').and.to.contain('Error: late');
  });

  it('do not change the exit code when they exit the process after the run', async () => {
    const late = 'it("exits", () => { setTimeout(() => process.exit(0), 500) });';
    expect((await testWith('a.spec.mjs', late)).code).to.equal(2);
  });

  it('print to stderr, for stdout is data', async () => {
    const noise = 'console.log("imported"); it("talks", () => console.info("tested"));';
    const { code, stdout, stderr } = await testWith('a.spec.mjs', noise, '--json');
    expect(code).to.equal(1);
    expect(JSON.parse(stdout)).to.include({ exitCode: 1 });
    expect(stderr).to.equal('imported\ntested\n');
  });

  it('do not mix with what a mocha reporter prints on stdout', async () => {
    const noise = 'it("talks", () => console.log("noise"));';
    const { stdout, stderr } = await testWith('a.spec.mjs', noise, '--mocha-reporter', 'xunit');
    expect(stdout).to.match(/^<testsuite [^]*<\/testsuite>\n$/);
    expect(stdout).to.contain('name="talks"').and.not.to.contain('noise');
    expect(stderr).to.equal('noise\n');
  });

  it('cannot move the cursor with the text of an error', async () => {
    const text = "throw new Error('\\u001b[2Jgone\\u202e');";
    const { code, stderr } = await testWith('tags/a.mjs', text);
    expect(code).to.equal(2);
    expect(stderr).to.contain(join('rules', 'tags', 'a.mjs'));
    expect(stderr).to.contain('Error: \\x1b[2Jgone\\u{202e}');
  });

  it('can be interrupted in an endless loop', async () => {
    let ended = false;
    const endless = 'console.error("starts"); for (;;);';
    const interrupting = start('tags/a.mjs', endless, {
      started(child) {
        const again = async (): Promise<void> => {
          for (await sleep(1000); !ended; await sleep(200)) child.kill('SIGINT');
        };
        void again();
      },
    });
    const { code, stdout } = await interrupting;
    ended = true;
    // Ended by the signal itself, which a shell reports as 130.
    expect({ code, stdout }).to.deep.equal({ code: null, stdout: '' });
  });
});
