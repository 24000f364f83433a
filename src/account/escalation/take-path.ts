import type { Account } from '../account.ts';
import type { ReachAnswer, ReachPair } from '../reach/reach-answer.ts';
import { actorsOf, type Actor } from './actor.ts';
import type { EscalationEdge, Escalations } from './edge.ts';
import { hasEverything } from './has-everything.ts';
import { lacksNothing } from './lacked-by.ts';
import { mayBeNamed } from './may-be-named.ts';
import { ask, questionOf, type Need } from './need.ts';
import { nameOf } from './name-of.ts';
import type { Path, Target } from './path.ts';

/**
 * Who gets to act as whom by one path: one edge for each two of them, a sure one if there is one; and
 * another for what is its work.
 * Those who lack nothing are left out: they gain nothing, and become whom they like.
 */
export function takePath(account: Account, path: Path): Escalations {
  const actors = actorsOf(account).filter(
    (actor) =>
      path.gates.every((need) => askNeed(account, actor, need).is !== 'no') &&
      !lacksNothing(account, actor),
  );
  if (actors.length === 0) return { edges: [], missing: [] };
  const blind = new Set(actors.filter((actor) => isBlind(account, actor, path)));
  const { list, missing } = path.targets(account);
  const edges = new Map<string, EscalationEdge>();
  const byArn = new Map(actors.map((actor) => [actor.arn, actor]));
  for (const target of list) {
    for (const actor of candidates(actors, byArn, target)) {
      const isItsWork = target.isWorkOf?.(actor.arn) === true;
      const key = `${actor.arn} ${target.to} ${String(isItsWork)}`;
      const known = edges.get(key);
      if (known !== undefined && rank(known) === 0) continue;
      const tried = blind.has(actor) ? unread : tryTarget(account, actor, target);
      const edge = tried && edgeOf(path, actor, target, tried);
      if (edge && rank(edge) < rank(known)) edges.set(key, edge);
    }
  }
  return { edges: [...edges.values()], missing };
}

function candidates(
  actors: readonly Actor[],
  byArn: ReadonlyMap<string, Actor>,
  target: Target,
): readonly Actor[] {
  if (!target.self) return actors.filter((one) => one.arn !== target.to && !isOwner(one, target));
  const own = byArn.get(target.to);
  return own === undefined ? [] : [own];
}

/** The edge that tells most comes first: sure, and for the whole role. */
export function rank(edge: EscalationEdge | undefined): number {
  if (edge === undefined) return Infinity;
  const { is, movesOnly } = edge;
  return (movesOnly ? 1 : 0) + (is === 'yes' ? 0 : 2);
}

/** Of whom not all policies were read, every single question would be answered with "may". */
function isBlind(account: Account, actor: Actor, { gates }: Path): boolean {
  if (hasEverything(account, actor) !== 'may') return false;
  return gates.some((need) => askNeed(account, actor, need).is === 'may');
}

const unread: Tried = { is: 'may', pairs: [], doubt: 'not all of its policies were read' };

function isOwner({ principal }: Actor, { owner }: Target): boolean {
  return owner !== undefined && principal.kind === 'user' && principal.name === owner;
}

export interface Tried {
  readonly is: 'yes' | 'may';
  readonly pairs: readonly ReachPair[];
  /** What is not known beside the permissions. */
  readonly doubt?: string;
}

/** Undefined if the actor provably lacks something. */
function tryTarget(account: Account, actor: Actor, target: Target): Tried | undefined {
  const first = tryNeeds(account, actor, target.needs);
  const others = first && (target.anyOf ?? [[]]);
  let best: Tried | undefined;
  for (const needs of others ?? []) {
    const tried = tryNeeds(account, actor, needs);
    if (tried !== undefined && (best === undefined || tried.is === 'yes')) best = tried;
    if (best?.is === 'yes') break;
  }
  if (first === undefined || best === undefined) return undefined;
  const isSure = first.is === 'yes' && best.is === 'yes' && target.doubt === undefined;
  return { is: isSure ? 'yes' : 'may', pairs: [...first.pairs, ...best.pairs] };
}

export function tryNeeds(
  account: Account,
  actor: Actor,
  needs: readonly Need[],
): Tried | undefined {
  const pairs: ReachPair[] = [];
  let is: Tried['is'] = 'yes';
  for (const need of needs) {
    const answer = askNeed(account, actor, withCaller(need, pairs));
    // Under another need's context a proof of "no" is none for every call.
    if (answer.is === 'no') {
      if (need.sameCall === undefined) return undefined;
      const alone = askNeed(account, actor, need);
      if (alone.is === 'no') return undefined;
      is = 'may';
      pairs.push(...alone.pairs);
      continue;
    }
    if (answer.is === 'may') is = 'may';
    pairs.push(...answer.pairs);
  }
  return { is, pairs };
}

function askNeed(account: Account, actor: Actor, need: Need): Answered {
  const question = questionOf(account, need);
  return mayBeNamed(account, actor, question) ? ask(account, actor, question) : notNamed;
}

type Answered = Pick<ReachAnswer, 'is'> & { readonly pairs: readonly ReachPair[] };

const notNamed: Answered = { is: 'no', pairs: [] };

/** The caller, and where he calls from, are the same for all that one call needs. */
function withCaller(need: Need, before: readonly ReachPair[]): Need {
  const witness = need.sameCall && before.at(-1)?.witness;
  if (witness === undefined) return need;
  const shared = Object.entries(witness.context).filter(([key]) => ofCaller.test(key));
  return { ...need, context: { ...Object.fromEntries(shared), ...need.context } };
}

const ofCaller =
  /^aws:(source(ip|vpc|vpce)|vpcsourceip|useragent|referer|principaltag\/.*|multifactor.*|userid|securetransport)$/i;

function edgeOf(
  { code, movesOnly }: Path,
  { arn }: Actor,
  target: Target,
  tried: Tried,
): EscalationEdge {
  const { is, pairs } = tried;
  const { to, through, words, isWorkOf } = target;
  const doubt = target.doubt ?? tried.doubt;
  return {
    from: arn,
    to,
    path: code,
    is,
    words: `${words} ${nameOf(to)}`,
    ...(through !== undefined && { through }),
    ...(doubt !== undefined && { doubt }),
    ...(movesOnly && { movesOnly }),
    ...(isWorkOf?.(arn) && { isItsWork: true as const }),
    pairs,
  };
}
