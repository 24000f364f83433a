import type { Account } from '../account.ts';
import type { Reach, WhoCan } from '../reach/reach-answer.ts';
import { actorsOf, byText } from './actor.ts';
import type { Chain, EscalationEdge, WhoCanBecome } from './edge.ts';
import { escalationsOf } from './escalations-of.ts';
import { lacksNothing } from './lacked-by.ts';
import { nameOf } from './name-of.ts';
import { ask } from './need.ts';
import { shortestChains } from './shortest-chains.ts';
import { widenedEdge } from './widened-edge.ts';

const known = new WeakMap<WhoCan, WhoCanBecome>();

/**
 * Who gets there in several steps, by the shortest chain; `direct` are those who need none. A chain
 * of sure steps goes before a shorter one that is not sure.
 */
export function whoCanBecome(account: Account, direct: WhoCan): WhoCanBecome {
  const found = known.get(direct) ?? findChains(account, direct);
  known.set(direct, found);
  return found;
}

function findChains(account: Account, direct: WhoCan): WhoCanBecome {
  const { edges, missing } = escalationsOf(account);
  const ends = new Map(
    direct.reaches
      .filter(({ subject }) => subject.sort === 'role' || subject.sort === 'user')
      .map((reach) => [reach.subject.name, reach]),
  );
  const chains = new Map<string, Chain>();
  for (const isSure of [true, false]) {
    const fits = (is: 'yes' | 'no' | 'may'): boolean => is === 'yes' || !isSure;
    const reached = [...ends].filter(([, { answer }]) => fits(answer.is));
    for (const chain of chainsTo(account, edges, { ends: new Map(reached), fits })) {
      if (!ends.has(chain.start) && !chains.has(chain.start)) chains.set(chain.start, chain);
    }
  }
  const sorted = [...chains.values()].sort(
    (a, b) => a.edges.length - b.edges.length || byText(a.start, b.start),
  );
  return { chains: sorted, missing: [...direct.missing, ...missing] };
}

interface Reached {
  readonly ends: ReadonlyMap<string, Reach>;
  /** Which edges count. */
  readonly fits: (is: EscalationEdge['is']) => boolean;
}

function chainsTo(
  account: Account,
  edges: readonly EscalationEdge[],
  { ends, fits }: Reached,
): readonly Chain[] {
  const [anyEnd] = [...ends.keys()].sort(byText);
  if (anyEnd === undefined) return [];
  const left = edges.filter(({ is }) => fits(is));
  const ofThemselves = new Map<EscalationEdge, EscalationEdge>();
  for (const edge of left.filter(({ from, to }) => from === to)) {
    const next = widenedEdge(account, edge, anyEnd);
    if (next !== undefined && fits(next.is)) ofThemselves.set(next, edge);
  }
  const ofRulers = rulerEdges(account, anyEnd).filter(({ is }) => fits(is));
  const all = [...left, ...ofThemselves.keys(), ...ofRulers];
  const found = shortestChains(all, new Set(ends.keys()));
  return [...found].flatMap(([start, path]): readonly Chain[] => {
    const [first, ...rest] = path.flatMap((edge) => {
      const before = ofThemselves.get(edge);
      return before === undefined ? [edge] : [before, edge];
    });
    const end = ends.get(path.at(-1)?.to ?? '');
    if (first === undefined || end === undefined) return [];
    return [{ start, edges: [first, ...rest], end }];
  });
}

/** No edge is kept of those who lack nothing: they let themselves into whatever they like. */
function rulerEdges(account: Account, to: string): readonly EscalationEdge[] {
  const isRole = to.includes(':role/');
  const action = isRole ? 'iam:UpdateAssumeRolePolicy' : 'iam:CreateAccessKey';
  const words = `${isRole ? 'lets itself into' : 'makes an access key of'} ${nameOf(to)}`;
  return actorsOf(account)
    .filter((actor) => lacksNothing(account, actor))
    .flatMap((actor): readonly EscalationEdge[] => {
      const { is, pairs } = ask(account, actor, { action, resource: to });
      return is === 'no' ? [] : [{ from: actor.arn, to, path: 'ESC-16', is, words, pairs }];
    });
}
