import { expect } from 'chai';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from '../../src/model/snapshot.ts';
import { UserError } from '../../src/model/user-error.ts';
import { resumeJournal } from '../../src/snapshot/journal.ts';
import { readSnapshot } from '../../src/snapshot/read-snapshot.ts';
import { verifySnapshot } from '../../src/snapshot/verify.ts';
import { planOf } from '../support/capture.ts';
import { captureOrResume, dieAt } from '../support/killed-capture.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

class Killed extends Error {}

/** Captures until `step`; as for a killed process, nothing changes on the disk after it. */
async function captureUntil(dir: string, step: number): Promise<number> {
  const watch = dieAt(step, () => {
    throw new Killed();
  });
  try {
    await captureOrResume(dir);
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    watch.end();
  }
  return watch.steps();
}

describe('a capture that is killed', () => {
  const directory = temporaryDirectory();
  let whole: Manifest;
  let steps: number;

  beforeEach(async () => {
    const dir = join(directory(), 'whole');
    steps = await captureUntil(dir, Number.POSITIVE_INFINITY);
    ({ manifest: whole } = await readSnapshot(dir));
  });

  /** Either all of the snapshot is there, or none and the rest of it can be captured. */
  async function expectAllOrNone(dir: string): Promise<'all' | 'none'> {
    if (fs.existsSync(join(dir, 'manifest.json'))) {
      expect(await verifySnapshot(dir)).to.deep.equal([]);
      expect((await readSnapshot(dir)).manifest).to.deep.equal(whole);
      expect(() => resumeJournal(dir, planOf())).to.throw(UserError, /complete/);
      return 'all';
    }
    const error: unknown = await readSnapshot(dir).catch((one: unknown) => one);
    expect(error).to.be.instanceOf(UserError).with.property('exitCode', 2);
    return 'none';
  }

  async function expectResumable(dir: string): Promise<void> {
    if ((await expectAllOrNone(dir)) === 'all') return;
    const done = finishedUnits(dir);
    const written = await captureOrResume(dir);
    expect([...done, ...written].sort()).to.deep.equal(['iam', 'none', 's3']);
    expect(await expectAllOrNone(dir)).to.equal('all');
  }

  it('leaves all or none at every step, and is completed without repeating a unit', async () => {
    expect(steps).to.be.greaterThan(100);
    const seen = new Set<string>();
    for (let step = 0; step < steps; step += 1) {
      const dir = join(directory(), String(step));
      await captureUntil(dir, step);
      seen.add(await expectAllOrNone(dir));
      await expectResumable(dir);
    }
    expect([...seen].sort()).to.deep.equal(['all', 'none']);
  });

  it('may be killed again and again', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(steps), { maxLength: 5 }), async (kills) => {
        run += 1;
        const dir = join(directory(), `again-${run}`);
        for (const step of kills) {
          if (fs.existsSync(join(dir, 'manifest.json'))) break;
          await captureUntil(dir, step);
        }
        await expectResumable(dir);
      }),
      { numRuns: 20 },
    );
  });

  it('leaves all or none when the process is killed by the system', async () => {
    const child = fileURLToPath(new URL('../support/killed-capture-child.ts', import.meta.url));
    const ends = new Set<string>();
    for (const part of [0.1, 0.35, 0.6, 0.85, 0.98]) {
      const dir = join(directory(), `child-${part}`);
      const step = String(Math.floor(steps * part));
      const { signal } = spawnSync(process.execPath, ['--import', 'tsx', child, dir, step]);
      expect(signal).to.equal('SIGKILL');
      ends.add(await expectAllOrNone(dir));
      await expectResumable(dir);
    }
    expect([...ends].sort()).to.deep.equal(['all', 'none']);
  });
}).timeout(60_000);

function finishedUnits(dir: string): readonly string[] {
  const journal = join(dir, '.journal');
  if (!fs.existsSync(journal)) return [];
  return fs
    .readdirSync(journal)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => name.slice(0, -'.jsonl'.length));
}
