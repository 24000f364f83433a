import { byText } from './actor.ts';
import type { EscalationEdge } from './edge.ts';

type Edges = readonly [EscalationEdge, ...EscalationEdge[]];

/**
 * The shortest way from everybody to one of the ends, by ARN; for those of equal length the first in
 * the order of ARNs and paths. Edges that widen the principal itself lead nowhere here.
 */
export function shortestChains(
  edges: readonly EscalationEdge[],
  ends: ReadonlySet<string>,
): ReadonlyMap<string, Edges> {
  const into = edgesInto(edges);
  const chains = new Map<string, Edges>();
  const seen = new Set(ends);
  let layer = [...ends].sort(byText);
  while (layer.length > 0) {
    const next = new Set<string>();
    for (const reached of layer) {
      for (const edge of into.get(reached) ?? []) {
        if (seen.has(edge.from)) continue;
        seen.add(edge.from);
        next.add(edge.from);
        chains.set(edge.from, [edge, ...(chains.get(reached) ?? [])]);
      }
    }
    layer = [...next].sort(byText);
  }
  return chains;
}

function edgesInto(edges: readonly EscalationEdge[]): ReadonlyMap<string, EscalationEdge[]> {
  const into = new Map<string, EscalationEdge[]>();
  // Where only S3 is moved by the role, nobody goes on from it.
  for (const edge of edges) {
    if (edge.from === edge.to || edge.movesOnly) continue;
    const list = into.get(edge.to) ?? [];
    list.push(edge);
    into.set(edge.to, list);
  }
  for (const list of into.values()) list.sort(byStart);
  return into;
}

function byStart(a: EscalationEdge, b: EscalationEdge): number {
  return byText(a.from, b.from) || byText(a.path, b.path);
}
