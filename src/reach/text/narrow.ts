import { lower, Machine } from './machine.ts';
import { end, type Token } from './token.ts';

/** A question for a text that all of `positive` have and none of `negative`. */
export interface TextQuestion {
  readonly positive: readonly Machine[];
  readonly negative: readonly Machine[];
}

/**
 * The same question with fewer patterns: without those that no text of the question can have, and
 * those that a negative one has whole. `none`: there is no such text.
 */
export function narrowed({ positive, negative }: TextQuestion): TextQuestion | 'none' {
  let wanted = [...positive];
  for (let index = 0; index < wanted.length; index += 1) {
    wanted = wanted.map((one, at) => meeting(one, wanted[index] ?? one, at === index));
  }
  const unwanted = negative
    .map((one) => wanted.reduce((rest, by) => meeting(rest, by), one))
    .filter(({ patterns }) => patterns.length > 0);
  wanted = wanted.map((one) => unwanted.reduce(without, one));
  if (wanted.some(({ patterns }) => patterns.length === 0)) return 'none';
  const told = wanted.filter(
    (one, at) => !wanted.some((by, other) => impliedBy(one, at, by, other)),
  );
  return { positive: told, negative: unwanted };
}

/** Every text of `by` is one of this machine; of two that are alike the first stays. */
function impliedBy(one: Machine, at: number, by: Machine, other: number): boolean {
  if (at === other || !isWithin(by, one)) return false;
  return other < at || !isWithin(one, by);
}

type Kind = 'meeting' | 'without' | 'within';

/** Machines are compared again and again: what came of it is remembered with the first of them. */
const results = new WeakMap<Machine, Map<Kind, WeakMap<Machine, Machine>>>();

function remembered(kind: Kind, one: Machine, by: Machine, make: () => Machine): Machine {
  const kinds = results.get(one) ?? new Map<Kind, WeakMap<Machine, Machine>>();
  results.set(one, kinds);
  const known = kinds.get(kind) ?? new WeakMap<Machine, Machine>();
  kinds.set(kind, known);
  const result = known.get(by) ?? make();
  known.set(by, result);
  return result;
}

/** The patterns that may have a text in common with one of the other machine. */
function meeting(one: Machine, by: Machine, same = one === by): Machine {
  if (same) return one;
  return remembered('meeting', one, by, () => {
    const ignoreCase = one.ignoreCase || by.ignoreCase;
    return withPatterns(one, (pattern) =>
      by.patterns.some((other) => mayMeet(pattern, other, ignoreCase)),
    );
  });
}

/** Steps for comparing two machines. */
const most = 20_000;

/** The patterns that are not part of the other machine as a whole. */
function without(one: Machine, by: Machine): Machine {
  return remembered('without', one, by, () => {
    // A letter that stands for both cases is read by no letter that stands for one.
    if (one.ignoreCase && !by.ignoreCase) return one;
    const effort = { left: most };
    return withPatterns(one, (pattern) => !isPart(pattern, by, effort));
  });
}

function isWithin(one: Machine, by: Machine): boolean {
  return without(one, by).patterns.length === 0;
}

function isPart(pattern: readonly Token[], by: Machine, effort: { left: number }): boolean {
  let state = by.start;
  for (const token of pattern) {
    if (state.acceptsAll) return true;
    effort.left -= state.positions.length;
    if (effort.left < 0) return false;
    state = token >= 0 ? by.step(state, token) : by.stepOver(state, token);
  }
  return state.accepts;
}

function withPatterns(one: Machine, keep: (pattern: readonly Token[]) => boolean): Machine {
  const patterns = one.patterns.filter(keep);
  return patterns.length === one.patterns.length ? one : new Machine(patterns, one.ignoreCase);
}

/** False if their texts begin or end differently; true proves nothing. */
function mayMeet(a: readonly Token[], b: readonly Token[], ignoreCase: boolean): boolean {
  const agree = (tokensAt: (at: number) => readonly [Token, Token]): boolean => {
    for (let at = 0; ; at += 1) {
      const [x, y] = tokensAt(at);
      if (isWildcard(x) || isWildcard(y)) return true;
      if (x !== y && !(ignoreCase && lower(x) === lower(y))) return false;
      if (x === end) return true;
    }
  };
  return (
    agree((at) => [a[at] ?? end, b[at] ?? end]) &&
    agree((at) => [a[a.length - at - 1] ?? end, b[b.length - at - 1] ?? end])
  );
}

function isWildcard(token: Token): boolean {
  return token < 0 && token !== end;
}
