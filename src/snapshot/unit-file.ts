import fs from 'node:fs';
import { canonicalJson } from '../model/canonical.ts';
import { exitCode } from '../model/exit-code.ts';
import type { Kind } from '../model/resource.ts';
import type { CallCoverage, Universe } from '../model/snapshot.ts';
import { UserError } from '../model/user-error.ts';
import { decodeItem, type Item } from './item.ts';
import { unitPath } from './layout.ts';
import { linesOf } from './lines.ts';

/** What a collector says of a list; the items are counted when the snapshot is published. */
export type UniverseClaim = Omit<Universe, 'items'> & { readonly items?: number };

/** The last line of a unit's file: without it, or with another count, the file is damaged. */
export interface UnitEnd {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** Lines before this one. */
  readonly lines: number;
}

/** A finished unit without its items, which are read kind by kind. */
export interface Unit extends UnitEnd {
  readonly universes: readonly UniverseClaim[];
  readonly calls: readonly CallCoverage[];
}

/**
 * The lines of a unit: `{"<kind>":<item line>}`, `{"universe":…}`, `{"call":…}`, `{"unit":…}`. The
 * item stands as it will in the snapshot, and its kind in front, so that it need not be parsed to
 * be found. No kind has the name of another line: kinds have a dot.
 */
export const unitLine = {
  item: (kind: Kind, line: string): string => `${itemPrefix(kind)}${line}}`,
  universe: (universe: UniverseClaim): string => canonicalJson({ universe }),
  call: (call: CallCoverage): string => canonicalJson({ call }),
  end: (unit: UnitEnd): string => canonicalJson({ unit }),
};

export function readUnit(dir: string, name: string): Unit {
  return reading(dir, name, () => {
    const universes: UniverseClaim[] = [];
    const calls: CallCoverage[] = [];
    let last = '';
    let lines = -1;
    for (const line of unitLines(dir, name)) {
      // Written by us in this very directory; items prove themselves by their hash.
      if (line.startsWith('{"universe":')) universes.push(JSON.parse(line).universe);
      else if (line.startsWith('{"call":')) calls.push(JSON.parse(line).call);
      last = line;
      lines += 1;
    }
    if (!last.startsWith('{"unit":')) throw new TypeError('its end is missing');
    const end: UnitEnd = JSON.parse(last).unit;
    if (end.name !== name || end.lines !== lines) throw new TypeError('lines are missing');
    return { ...end, universes, calls };
  });
}

/** The items of one kind, in the order in which they were read from the account. */
export function readUnitItems(dir: string, name: string, kind: Kind): readonly UnitItem[] {
  return reading(dir, name, () => {
    const prefix = itemPrefix(kind);
    const items: UnitItem[] = [];
    for (const line of unitLines(dir, name)) {
      if (!line.startsWith(prefix)) continue;
      const text = line.slice(prefix.length, -1);
      items.push({ ...decodeItem(text), line: text });
    }
    return items;
  });
}

export interface UnitItem extends Item {
  readonly line: string;
}

function itemPrefix(kind: Kind): string {
  return `{"${kind}":`;
}

function unitLines(dir: string, name: string): Generator<string> {
  return linesOf(fs.readFileSync(unitPath(dir, name)));
}

function reading<T>(dir: string, name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `${unitPath(dir, name)} is damaged (${why}). Remove this file and resume the capture: ` +
        'the unit is then read from the account again.',
      { exitCode: exitCode.mismatch, cause: error },
    );
  }
}
