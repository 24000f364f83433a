import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { byText, missingActors } from './actor.ts';
import { allPaths } from './all-paths.ts';
import { assumeRoleEdges } from './assume-role.ts';
import type { EscalationEdge, EscalationPath, Escalations } from './edge.ts';
import { rank, takePath } from './take-path.ts';

const known = new WeakMap<Account, Map<EscalationPath, Escalations>>();

/** Who can become whom, in one step. Found out once for each account. */
export function escalationsOf(account: Account): Escalations {
  const codes = new Set(allPaths.map(({ code }) => code));
  const parts = ['sts:AssumeRole' as const, ...codes].map((code) => escalationsBy(account, code));
  return {
    edges: parts.flatMap(({ edges }) => edges),
    missing: distinct(parts.flatMap(({ missing }) => missing)),
  };
}

/** Those by one path, sorted: an edge for each two principals, and one for what is its work. */
export function escalationsBy(account: Account, code: EscalationPath): Escalations {
  const ofAccount = known.get(account) ?? new Map<EscalationPath, Escalations>();
  known.set(account, ofAccount);
  const found = ofAccount.get(code) ?? findBy(account, code);
  ofAccount.set(code, found);
  return found;
}

const byStart = new WeakMap<Escalations, ReadonlyMap<string, readonly EscalationEdge[]>>();

/** Those of one user or role (ARN). */
export function escalationsFrom(
  account: Account,
  code: EscalationPath,
  from: string,
): readonly EscalationEdge[] {
  const all = escalationsBy(account, code);
  const index = byStart.get(all) ?? indexOf(all.edges);
  byStart.set(all, index);
  return index.get(from) ?? [];
}

function indexOf(edges: readonly EscalationEdge[]): ReadonlyMap<string, readonly EscalationEdge[]> {
  const index = new Map<string, EscalationEdge[]>();
  for (const edge of edges) {
    const list = index.get(edge.from);
    if (list === undefined) index.set(edge.from, [edge]);
    else list.push(edge);
  }
  return index;
}

function findBy(account: Account, code: EscalationPath): Escalations {
  if (code === 'sts:AssumeRole') return assumeRoleEdges(account);
  const parts = allPaths
    .filter((path) => path.code === code)
    .map((path) => takePath(account, path));
  const edges = parts.flatMap(({ edges: list }) => list).toSorted(byEnds);
  return {
    edges: edges.filter((one, index) => tellsMore(one, edges[index - 1])),
    missing: distinct([...missingActors(account), ...parts.flatMap(({ missing }) => missing)]),
  };
}

function byEnds(a: EscalationEdge, b: EscalationEdge): number {
  const order = byText(a.from, b.from) || byText(a.to, b.to);
  return order || Number(a.isItsWork ?? false) - Number(b.isItsWork ?? false) || rank(a) - rank(b);
}

/** Than the one before of the same two; what only moves objects says nothing of the rest. */
function tellsMore(edge: EscalationEdge, before: EscalationEdge | undefined): boolean {
  if (edge.from !== before?.from || edge.to !== before.to) return true;
  if (edge.isItsWork !== before.isItsWork) return true;
  return before.movesOnly === true && !edge.movesOnly;
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [
    ...new Map(missing.map((one) => [`${one.what} ${JSON.stringify(one.why)}`, one])).values(),
  ];
}
