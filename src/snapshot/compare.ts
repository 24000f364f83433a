import { canonicalJson } from '../model/canonical.ts';
import { kinds, type Kind } from '../model/resource.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { itemHash } from './item.ts';

/** How the resources of a kind differ; ids, sorted. */
export interface KindDifference {
  readonly kind: Kind;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /**
   * True iff both lists are complete and of the same scope. Otherwise what seems added or removed
   * may only have been listed once, and what seems the same may lack on both sides.
   */
  readonly certain: boolean;
}

/**
 * What changed between two captures, kind by kind, by what lasts (`itemHash`). Empty iff nothing
 * did, as far as can be told for certain: a kind whose lists cannot be compared is named.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot): readonly KindDifference[] {
  return kinds
    .filter((kind) => [before, after].some((one) => one.manifest.kinds.includes(kind)))
    .map((kind) => compareKind(kind, before, after))
    .filter(
      ({ added, removed, changed, certain }) =>
        !certain || added.length + removed.length + changed.length > 0,
    );
}

function compareKind(kind: Kind, before: Snapshot, after: Snapshot): KindDifference {
  const old = hashes(before, kind);
  const now = hashes(after, kind);
  return {
    kind,
    added: [...now.keys()].filter((id) => !old.has(id)).sort(),
    removed: [...old.keys()].filter((id) => !now.has(id)).sort(),
    changed: [...now.keys()].filter((id) => old.has(id) && old.get(id) !== now.get(id)).sort(),
    certain: scope(before, kind) !== null && scope(before, kind) === scope(after, kind),
  };
}

function hashes(snapshot: Snapshot, kind: Kind): ReadonlyMap<string, string> {
  return new Map(snapshot.resources(kind).map((one) => [one.id, itemHash(one)]));
}

/** Which lists were read; null when there is none, or one is not complete. */
function scope(snapshot: Snapshot, kind: Kind): string | null {
  const universes = snapshot.universes.filter((universe) => universe.kind === kind);
  if (universes.length === 0 || universes.some(({ end }) => end !== 'complete')) return null;
  return universes
    .map(({ account, region, since }) => canonicalJson([account, region, since ?? null]))
    .sort()
    .join();
}
