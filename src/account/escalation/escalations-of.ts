import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { byText, missingActors } from './actor.ts';
import { allPaths } from './all-paths.ts';
import { assumeRoleEdges } from './assume-role.ts';
import type { EscalationEdge, EscalationPath, Escalations } from './edge.ts';
import { takePath } from './take-path.ts';

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

/** Those by one path: an edge for each two principals, sorted. */
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
    edges: edges.filter((one, index) => !sameEnds(one, edges[index - 1])),
    missing: distinct([...missingActors(account), ...parts.flatMap(({ missing }) => missing)]),
  };
}

/** The one that tells most comes first: sure before unsure, whole before S3 alone. */
function byEnds(a: EscalationEdge, b: EscalationEdge): number {
  const order = byText(a.from, b.from) || byText(a.to, b.to);
  return order || rank(a) - rank(b);
}

function rank({ is, movesOnly }: EscalationEdge): number {
  return (movesOnly ? 1 : 0) + (is === 'yes' ? 0 : 2);
}

function sameEnds(a: EscalationEdge, b: EscalationEdge | undefined): boolean {
  return a.from === b?.from && a.to === b.to;
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [
    ...new Map(missing.map((one) => [`${one.what} ${JSON.stringify(one.why)}`, one])).values(),
  ];
}
