import type { Kind } from '../model/resource.ts';
import type { Unread } from '../model/observed.ts';
import type { Universe } from '../model/snapshot.ts';
import { readUnitItems, type Unit, type UnitItem } from './unit-file.ts';

/** All items of a kind, and its universes with the items counted. */
export interface MergedKind {
  /** Item lines, sorted by id. */
  readonly lines: readonly string[];
  readonly universes: readonly Universe[];
}

type Kept = UnitItem & { readonly unit: Unit };

/**
 * Merges what the units found of a kind. A resource that was read twice (a list that moved while it
 * was paged) stays once, as it was read last: the account changed in between, and the later reading
 * is what a capture begun a moment later would have seen. Two *different* resources under one id are
 * a fault of a collector; one of them is lost, so the lists it was on no longer count as complete.
 */
export function mergeKind(dir: string, kind: Kind, units: readonly Unit[]): MergedKind {
  const kept = new Map<string, Kept>();
  const clashes = new Map<Unit, string>();
  for (const unit of units.filter((one) => one.kinds.includes(kind))) {
    for (const item of readUnitItems(dir, unit.name, kind)) {
      const { id } = item.resource;
      const other = kept.get(id);
      if (other !== undefined && !isSame(other, item))
        for (const one of [unit, other.unit]) clashes.set(one, id);
      if (other === undefined || other.at <= item.at) kept.set(id, { ...item, unit });
    }
  }
  const items = [...kept.values()].sort((a, b) => (a.resource.id < b.resource.id ? -1 : 1));
  const universes = units.flatMap((unit) => countItems(unit, kind, items));
  const lossy = new Set([...clashes.keys()].flatMap((unit) => unit.universes));
  return {
    lines: items.map((item) => item.line),
    universes: universes.map(([claim, universe]) =>
      lossy.has(claim) ? lost(universe, kind) : universe,
    ),
  };
}

function isSame({ resource: one }: UnitItem, { resource: other }: UnitItem): boolean {
  return one.name === other.name && one.account === other.account && one.region === other.region;
}

/** An item belongs to its unit's universe of its region, else to the unit's first of its kind. */
function countItems(
  unit: Unit,
  kind: Kind,
  items: readonly Kept[],
): readonly (readonly [claim: Universe, counted: Universe])[] {
  const claims = unit.universes.filter((claim) => claim.kind === kind);
  const counts = new Map<Universe | undefined, number>();
  for (const item of items) {
    if (item.unit !== unit) continue;
    const claim = claims.find((one) => one.region === item.resource.region) ?? claims[0];
    counts.set(claim, (counts.get(claim) ?? 0) + 1);
  }
  return claims.map((claim) => [claim, { ...claim, items: counts.get(claim) ?? 0 }]);
}

function lost(universe: Universe, kind: Kind): Universe {
  if (universe.end !== 'complete') return universe;
  const message = `two resources of ${kind} share an id`;
  const problem: Unread = { state: 'error', call: 'snapshot', code: 'IdNotUnique', message };
  return { ...universe, end: 'error', problem };
}
