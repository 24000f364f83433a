import fs from 'node:fs';
import { join } from 'node:path';
import type { Resource } from '../../src/model/resource.ts';
import { createJournal, resumeJournal } from '../../src/snapshot/journal.ts';
import { readPlan } from '../../src/snapshot/plan.ts';
import { publishSnapshot } from '../../src/snapshot/publish.ts';
import { build } from './build.ts';
import { finishedAt, planOf, writeUnit } from './capture.ts';

const units: readonly { readonly name: string; readonly resources: readonly Resource[] }[] = [
  { name: 'iam', resources: ['a', 'b'].map((name) => build('iam.role', {}, { name })) },
  { name: 's3', resources: [build('s3.bucket')] },
  { name: 'none', resources: [] },
];

/** Begins the capture in `dir` or goes on with it, and publishes. Gives the units it wrote. */
export async function captureOrResume(dir: string): Promise<readonly string[]> {
  const plan = planOf();
  const journal = readPlan(dir) === undefined ? createJournal(dir, plan) : resumeJournal(dir, plan);
  const open = units.filter((unit) => !journal.done.has(unit.name));
  for (const unit of open) await writeUnit(journal, unit);
  await publishSnapshot(dir, journal, { ...plan, finishedAt });
  return open.map((unit) => unit.name);
}

const watched = [
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'mkdirSync',
  'rmSync',
] as const;

type Call = (...args: unknown[]) => unknown;

/**
 * Counts the changes of the file system and calls `die`, which never returns, at number `step`.
 * Each change counts twice: before it, and in its middle (half of a file written, one file of a
 * directory removed). Gives a function that counts and one that ends the watch.
 */
export function dieAt(
  step: number,
  die: () => never,
): { readonly steps: () => number; readonly end: () => void } {
  const table = fs as unknown as Record<string, Call>;
  const originals = new Map<string, Call>();
  let steps = 0;
  function tick(): boolean {
    steps += 1;
    return steps > step;
  }
  for (const name of watched) {
    const original = table[name];
    if (original === undefined) throw new Error(`node:fs has no ${name}`);
    originals.set(name, original);
    table[name] = (...args) => {
      if (tick()) die();
      if (!tick()) return original(...args);
      doHalf(name, args, original);
      return die();
    };
  }
  return {
    steps: () => steps,
    end() {
      for (const [name, original] of originals) table[name] = original;
    },
  };
}

function doHalf(name: (typeof watched)[number], args: readonly unknown[], original: Call): void {
  const [target, data] = args;
  if (name === 'writeFileSync') {
    const bytes = Buffer.from(data as string);
    original(target, bytes.subarray(0, Math.floor(bytes.length / 2)));
  } else if (name === 'rmSync' && isDirectory(String(target))) {
    const [first] = fs.readdirSync(String(target));
    if (first !== undefined) original(join(String(target), first), { recursive: true });
  } else original(...args);
}

function isDirectory(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
