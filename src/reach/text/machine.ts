import { colon, end, any, isRun, slash, takes, type Token } from './token.ts';

/**
 * A union of patterns as one automaton. Its states are sets of positions; a set is kept small by
 * leaving out every position whose strings a later one of the same pattern has too.
 */
export interface Machine {
  /** All patterns one after the other, each closed by `end`. */
  readonly tokens: readonly Token[];
  readonly start: Positions;
  /** For a run at a position: the first position of its pattern that it makes superfluous. */
  readonly covers: readonly number[];
  /** Letters in `tokens` are in lower case and stand for both cases. */
  readonly ignoreCase: boolean;
}

/** Ascending. */
export type Positions = readonly number[];

export function machineOf(patterns: readonly (readonly Token[])[], ignoreCase: boolean): Machine {
  const tokens = patterns.flatMap((pattern) => [...pattern, end]);
  const covers: number[] = [];
  const starts: number[] = [];
  let start = 0;
  tokens.forEach((token, at) => {
    if (at === start) starts.push(at);
    covers.push(isRun(token) ? firstCovered(tokens, start, at) : at);
    if (token === end) start = at + 1;
  });
  const machine = { tokens, covers, ignoreCase, start: [] };
  return { ...machine, start: closed(machine, starts) };
}

/**
 * Every string from an earlier position goes past this run; what it reads before, the run can read
 * too, if it takes those characters.
 */
function firstCovered(tokens: readonly Token[], start: number, at: number): number {
  const run = tokens[at] ?? end;
  let first = at;
  while (first > start && canRead(run, tokens[first - 1] ?? end)) first -= 1;
  return first;
}

function canRead(run: Token, token: Token): boolean {
  if (run === any.run) return true;
  if (token >= 0) return takes(run, token);
  if (run === any.runInCell) return token !== any.one && token !== any.run;
  return token === any.runInName;
}

/** Adds what runs may skip, and leaves out what is superfluous. */
function closed(machine: Machine, positions: readonly number[]): Positions {
  const all: number[] = [];
  for (const position of positions) {
    let at = position;
    if (all.length > 0 && (all.at(-1) ?? -1) >= at) continue;
    for (;;) {
      add(machine, all, at);
      if (!isRun(machine.tokens[at] ?? end)) break;
      at += 1;
    }
  }
  return all;
}

function add({ covers }: Machine, all: number[], at: number): void {
  const first = covers[at] ?? at;
  while (all.length > 0 && (all.at(-1) ?? -1) >= first) all.pop();
  all.push(at);
}

/** The positions after reading a character; empty: nothing that begins so is in the union. */
export function step(machine: Machine, positions: Positions, char: number): Positions {
  const next: number[] = [];
  const wanted = machine.ignoreCase ? lower(char) : char;
  for (const at of positions) {
    const token = machine.tokens[at] ?? end;
    if (token >= 0) {
      if (token === wanted) next.push(at + 1);
    } else if (token !== end && takes(token, char)) next.push(isRun(token) ? at : at + 1);
  }
  return next.length === 0 ? next : closed(machine, next);
}

export function accepts(machine: Machine, positions: Positions): boolean {
  return positions.some((at) => machine.tokens[at] === end);
}

/** Whether every string from here on is in the union. */
export function acceptsAll(machine: Machine, positions: Positions): boolean {
  return positions.some((at) => machine.tokens[at] === any.run && machine.tokens[at + 1] === end);
}

export function lower(char: number): number {
  return char >= 65 && char <= 90 ? char + 32 : char;
}

/** Characters that some position treats unlike others. */
export function lettersAt(machine: Machine, positions: Positions, into: Set<number>): void {
  for (const at of positions) {
    const token = machine.tokens[at] ?? end;
    if (token >= 0) {
      into.add(token);
      if (machine.ignoreCase && token >= 97 && token <= 122) into.add(token - 32);
    } else if (token === any.oneInCell || token === any.runInCell) into.add(colon);
    else if (token === any.runInName) into.add(colon).add(slash);
  }
}
