import fs from 'node:fs';
import { promisify } from 'node:util';
import type { Kind, Resource } from '../model/resource.ts';
import type { CallCoverage, Universe } from '../model/snapshot.ts';
import { fileMode, onDisk, renameDurably } from './disk.ts';
import { encodeItem } from './item.ts';
import { unitPath, type UnitIdentity } from './layout.ts';
import { storable } from './state.ts';
import { unitLine } from './unit-file.ts';

/** What a collector says of a list; the items are counted when the snapshot is published. */
export type UniverseClaim = Omit<Universe, 'items'> & { readonly items?: number };

/** Where the results of one unit of work go. After `commit` or `abandon` it takes nothing more. */
export interface UnitWriter {
  resource(resource: Resource): void;
  universe(claim: UniverseClaim): void;
  /** The calls of this unit alone; several units' are added up when published. */
  calls(calls: readonly CallCoverage[]): void;
  /** The unit counts as done from here on, and is never repeated. */
  commit(): Promise<void>;
  /** Nothing of the unit stays. */
  abandon(): Promise<void>;
}

export interface UnitOptions {
  readonly dir: string;
  readonly unit: UnitIdentity;
  /** Kinds that were asked for; what a collector finds beside them is dropped. */
  readonly kinds: readonly Kind[];
  readonly now: () => string;
  /** Called once, with whether the unit is done. */
  readonly ended: (done: boolean) => void;
}

const flushAt = 64 * 1024;
const fsync = promisify(fs.fsync);

/** Appends to `<unit>.jsonl.tmp`; `commit` gives it its name. Fails if the unit is being written. */
export function openUnit(options: UnitOptions): UnitWriter {
  const { dir, unit, now, ended } = options;
  const asked = new Set(options.kinds);
  const file = new LineFile(unitPath(dir, unit.name));
  const found = new Set<Kind>();
  const claimed = new Set<Kind>();

  function claim(universe: UniverseClaim): void {
    claimed.add(universe.kind);
    file.add(unitLine.universe(uncounted(universe)));
  }

  return {
    resource(resource) {
      if (!asked.has(resource.kind)) return;
      found.add(resource.kind);
      file.add(unitLine.item(resource.kind, encodeItem(resource, now())));
    },
    universe(universe) {
      if (asked.has(universe.kind)) claim(universe);
    },
    calls(calls) {
      for (const call of calls) file.add(unitLine.call(call));
    },
    async commit() {
      // Resources without a word about their list: nobody may conclude that there are no others.
      for (const kind of found) if (!claimed.has(kind)) claim(unclaimed(kind, unit));
      const kinds = [...found].sort();
      file.add(unitLine.end({ name: unit.name, kinds, lines: file.lines }));
      await file.finish();
      ended(true);
    },
    async abandon() {
      file.discard();
      ended(false);
    },
  };
}

/** Without members that do not belong here: the reader is strict. */
function uncounted(claim: UniverseClaim): Universe {
  const { kind, account, region, end, since, problem } = claim;
  return {
    ...{ kind, account, region, end, items: 0 },
    ...(since === undefined ? {} : { since }),
    ...(problem === undefined ? {} : { problem: storable(problem) }),
  };
}

function unclaimed(kind: Kind, { account, region }: UnitIdentity): UniverseClaim {
  const why = 'the collector did not say whether the list is complete';
  return { kind, account, region, end: 'error', problem: { state: 'not-collected', why } };
}

/** A file that takes whole lines, holds 64 KiB at most in memory, and appears when finished. */
class LineFile {
  readonly #path: string;
  readonly #file: number;
  #waiting: string[] = [];
  #length = 0;
  #lines = 0;
  #open = true;

  constructor(path: string) {
    this.#path = path;
    this.#file = onDisk(path, () => fs.openSync(`${path}.tmp`, 'wx', fileMode));
  }

  get lines(): number {
    return this.#lines;
  }

  add(line: string): void {
    if (!this.#open) throw new Error(`${this.#path} has ended and takes no more lines`);
    this.#waiting.push(`${line}\n`);
    this.#length += line.length;
    this.#lines += 1;
    if (this.#length >= flushAt) this.#flush();
  }

  async finish(): Promise<void> {
    this.#flush();
    this.#open = false;
    await fsync(this.#file);
    fs.closeSync(this.#file);
    renameDurably(`${this.#path}.tmp`, this.#path);
  }

  discard(): void {
    if (!this.#open) return;
    this.#open = false;
    fs.closeSync(this.#file);
    fs.rmSync(`${this.#path}.tmp`, { force: true });
  }

  #flush(): void {
    // With a descriptor `writeFileSync` appends, and goes on after a short write.
    onDisk(this.#path, () => fs.writeFileSync(this.#file, this.#waiting.join('')));
    this.#waiting = [];
    this.#length = 0;
  }
}
