import fs from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { directoryMode, listDirectory, onDisk, replaceDurably, syncDirectory } from './disk.ts';
import {
  journalDirectory,
  journalName,
  manifestName,
  planName,
  unitOfFile,
  type UnitIdentity,
} from './layout.ts';
import { differingMember, planText, readPlan, type Plan } from './plan.ts';
import { openUnit, type UnitWriter } from './unit-writer.ts';

/** A capture on its way: which units are done, and where the next ones are written. */
export interface Journal {
  /** As it was first made: a resumed capture keeps its run id, start and job window. */
  readonly plan: Plan;
  /** Names of the finished units; grows as units are committed. */
  readonly done: ReadonlySet<string>;
  /** Names of the units that are being written now. */
  readonly open: ReadonlySet<string>;
  /** `now` gives the time of reading of each resource (ISO-8601). */
  begin(unit: UnitIdentity, now: () => string): UnitWriter;
}

/**
 * Begins a capture in `dir`, which must be new or empty: what it holds is never overwritten.
 */
export function createJournal(dir: string, plan: Plan): Journal {
  claim(dir);
  onDisk(dir, () => {
    fs.mkdirSync(journalDirectory(dir), { recursive: true, mode: directoryMode });
  });
  replaceDurably(join(journalDirectory(dir), planName), planText(plan));
  syncDirectory(dir);
  return openJournal(dir, plan, new Set());
}

/**
 * Goes on with the capture in `dir`. What unfinished units left is thrown away. Refuses a plan that
 * differs from the first one: the snapshot would be half of one thing and half of another.
 */
export function resumeJournal(dir: string, plan: Plan): Journal {
  const names = listDirectory(dir) ?? [];
  if (names.includes(manifestName))
    throw new UserError(`${dir} holds a complete snapshot: there is nothing to resume.`);
  const first = readPlan(dir);
  if (first === undefined)
    throw new UserError(`${dir} holds no interrupted capture: start one without --resume.`);
  const member = differingMember(first, plan);
  if (member !== undefined) throw refusal(dir, member, [first, plan]);
  const files = listDirectory(journalDirectory(dir)) ?? [];
  for (const name of files.filter((one) => one.endsWith('.tmp')))
    onDisk(dir, () => fs.rmSync(join(journalDirectory(dir), name)));
  const done = files.map(unitOfFile).filter((unit) => unit !== undefined);
  return openJournal(dir, first, new Set(done));
}

function openJournal(dir: string, plan: Plan, done: Set<string>): Journal {
  const open = new Set<string>();
  return {
    plan,
    done,
    open,
    begin(unit, now) {
      const { name } = unit;
      if (done.has(name) || open.has(name)) throw new Error(`unit ${name} is begun a second time`);
      const writer = openUnit({
        dir,
        unit,
        kinds: plan.kinds,
        now,
        ended(isDone) {
          open.delete(name);
          if (isDone) done.add(name);
        },
      });
      open.add(name);
      return writer;
    },
  };
}

function claim(dir: string): void {
  const names = listDirectory(dir);
  if (names === undefined) {
    onDisk(dir, () => fs.mkdirSync(dir, { recursive: true, mode: directoryMode }));
    return;
  }
  if (names.includes(manifestName))
    throw new UserError(`${dir} holds a snapshot already: choose another directory.`);
  if (readPlan(dir) !== undefined)
    throw new UserError(
      `${dir} holds an interrupted capture: go on with --resume, or remove the directory.`,
    );
  // A capture that was killed before its plan was written has left an empty journal.
  if (names.some((name) => name !== journalName))
    throw new UserError(`${dir} is not empty: choose a new or an empty directory.`);
  onDisk(dir, () => fs.chmodSync(dir, directoryMode));
}

function refusal(dir: string, member: keyof Plan, plans: readonly [Plan, Plan]): UserError {
  const [then, now] = plans.map((plan) => JSON.stringify(plan[member]));
  return new UserError(
    `The capture in ${dir} was begun with another ${member}: it was ${then}, now it is ${now}. ` +
      'Resume it with the same settings, or capture into another directory.',
  );
}
