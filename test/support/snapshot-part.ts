import type { Snapshot } from '../../src/model/snapshot.ts';
import type { Kind } from '../../src/model/resource.ts';

/** The snapshot as if only these kinds had been captured. */
export function partOf(snapshot: Snapshot, kinds: readonly Kind[]): Snapshot {
  return {
    manifest: { ...snapshot.manifest, kinds },
    universes: snapshot.universes.filter((one) => kinds.includes(one.kind)),
    calls: snapshot.calls,
    resources: (kind) => (kinds.includes(kind) ? snapshot.resources(kind) : []),
  };
}

/** `whole` with the kinds that `part` captured as `part` has them. */
export function overlaid(whole: Snapshot, part: Snapshot): Snapshot {
  const { kinds } = part.manifest;
  const others = whole.universes.filter((one) => !kinds.includes(one.kind));
  return {
    manifest: whole.manifest,
    universes: [...others, ...part.universes],
    calls: part.calls,
    resources: (kind) => (kinds.includes(kind) ? part : whole).resources(kind),
  };
}
