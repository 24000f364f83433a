import { canonicalJson } from '../model/canonical.ts';
import { exitCode } from '../model/exit-code.ts';
import type { Kind } from '../model/resource.ts';
import type { CallCoverage, Universe } from '../model/snapshot.ts';
import { UserError } from '../model/user-error.ts';
import { decodeCoverage } from './coverage.ts';
import { readIfThere } from './disk.ts';
import { decodeItem, type Item } from './item.ts';
import { unitPath } from './layout.ts';
import { linesOf } from './lines.ts';

/** The last line of a unit's file: without it, or with another count, the file is damaged. */
export interface UnitEnd {
  readonly name: string;
  readonly kinds: readonly Kind[];
  /** Lines before this one. */
  readonly lines: number;
}

/** A finished unit without its items, which are read kind by kind. */
export interface Unit extends UnitEnd {
  /** Their items are not counted yet. */
  readonly universes: readonly Universe[];
  readonly calls: readonly CallCoverage[];
}

/**
 * The lines of a unit: `{"<kind>":<item line>}`, `{"universe":…}`, `{"call":…}`, `{"unit":…}`. The
 * item stands as it will in the snapshot, and its kind in front, so that it need not be parsed to
 * be found. No kind has the name of another line: kinds have a dot.
 */
export const unitLine = {
  item: (kind: Kind, line: string): string => `${itemPrefix(kind)}${line}}`,
  universe: (universe: Universe): string => canonicalJson({ universe }),
  call: (call: CallCoverage): string => canonicalJson({ call }),
  end: (unit: UnitEnd): string => canonicalJson({ unit }),
};

export function readUnit(dir: string, name: string): Unit {
  return reading(dir, name, () => {
    const universes: Universe[] = [];
    const calls: CallCoverage[] = [];
    let last = '';
    let lines = -1;
    for (const line of unitLines(dir, name)) {
      if (line.startsWith('{"universe":') || line.startsWith('{"call":')) {
        const coverage = decodeCoverage(line);
        if ('universe' in coverage) universes.push(coverage.universe);
        else calls.push(coverage.call);
      }
      last = line;
      lines += 1;
    }
    return { ...readEnd(last, { name, lines }), universes, calls };
  });
}

function readEnd(line: string, expected: { name: string; lines: number }): UnitEnd {
  if (!line.startsWith('{"unit":')) throw new TypeError('its end is missing');
  // Written by `unitLine.end` into this very directory.
  const { unit } = JSON.parse(line) as { readonly unit: UnitEnd };
  if (unit.name !== expected.name || unit.lines !== expected.lines)
    throw new TypeError('lines of it are missing');
  return unit;
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
  const bytes = readIfThere(unitPath(dir, name));
  if (bytes === undefined) throw new TypeError('it is missing');
  return linesOf(bytes);
}

function reading<T>(dir: string, name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    throw new UserError(
      `${unitPath(dir, name)} is damaged (${error.message}). Remove this file and resume the ` +
        'capture: the unit is then read from the account again.',
      { exitCode: exitCode.mismatch, cause: error },
    );
  }
}
