import type { Account } from '../account.ts';
import { byText } from './actor.ts';
import type { EscalationEdge } from './edge.ts';
import { escalationsOf } from './escalations-of.ts';

export type Edges = readonly [EscalationEdge, ...EscalationEdge[]];

/** `sure` counts only steps that are. */
export type Reading = 'sure' | 'possible';

const indexes = new WeakMap<
  Account,
  Map<Reading, ReadonlyMap<string, readonly EscalationEdge[]>>
>();

/**
 * Everybody that a principal gets to act as in some steps, with the shortest way there. No way goes on
 * from those of `stops`, nor from a role that only moves objects in S3.
 */
export function chainsFrom(
  account: Account,
  start: string,
  { stops, reading }: { readonly stops: ReadonlySet<string>; readonly reading: Reading },
): ReadonlyMap<string, Edges> {
  const out = edgesOut(account, reading);
  const chains = new Map<string, Edges>();
  let layer = [start];
  while (layer.length > 0) {
    const next: string[] = [];
    for (const reached of layer) {
      for (const edge of out.get(reached) ?? []) {
        if (edge.to === start || chains.has(edge.to)) continue;
        const before = chains.get(reached);
        chains.set(edge.to, before === undefined ? [edge] : [...before, edge]);
        if (!stops.has(edge.to)) next.push(edge.to);
      }
    }
    layer = next.sort(byText);
  }
  return chains;
}

function edgesOut(
  account: Account,
  reading: Reading,
): ReadonlyMap<string, readonly EscalationEdge[]> {
  const ofAccount =
    indexes.get(account) ?? new Map<Reading, ReadonlyMap<string, EscalationEdge[]>>();
  indexes.set(account, ofAccount);
  const index = ofAccount.get(reading) ?? makeIndex(account, reading);
  ofAccount.set(reading, index);
  return index;
}

function makeIndex(account: Account, reading: Reading): ReadonlyMap<string, EscalationEdge[]> {
  const index = new Map<string, EscalationEdge[]>();
  for (const edge of escalationsOf(account).edges) {
    if (edge.from === edge.to || edge.movesOnly) continue;
    if (reading === 'sure' && edge.is !== 'yes') continue;
    const list = index.get(edge.from);
    if (list === undefined) index.set(edge.from, [edge]);
    else list.push(edge);
  }
  for (const list of index.values()) {
    list.sort((a, b) => byText(a.to, b.to) || byText(a.path, b.path));
  }
  return index;
}
