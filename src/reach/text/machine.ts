import { any, colon, end, isRun, readsToken, slash, takes, type Token } from './token.ts';

/** A place in the reading of a text by a machine. */
export interface State {
  readonly id: number;
  /** Ascending; empty: nothing that begins so is in the union. */
  readonly positions: readonly number[];
  /** What was read is in the union. */
  readonly accepts: boolean;
  /** So is every text that begins with it. */
  readonly acceptsAll: boolean;
  /** Characters that some position treats unlike others. */
  readonly letters: ReadonlySet<number>;
  /** No other character leads on. */
  readonly onlyLetters: boolean;
  /** Where characters and wildcards lead, as far as it was asked. */
  readonly next: Map<Token, State>;
}

/** Stands for all characters that are no letters of a state. */
const other = -100;

/**
 * A union of patterns as one automaton, made as far as it is walked. Its states are sets of
 * positions; a set is kept small by leaving out every position whose strings a later one of the
 * same pattern has too.
 */
export class Machine {
  readonly patterns: readonly (readonly Token[])[];
  /** Letters are in lower case and stand for both cases. */
  readonly ignoreCase: boolean;
  readonly #states = new Map<string, State>();
  #tokens: Tokens | undefined;
  #start: State | undefined;

  constructor(patterns: readonly (readonly Token[])[], ignoreCase: boolean) {
    this.patterns = patterns;
    this.ignoreCase = ignoreCase;
  }

  get start(): State {
    return (this.#start ??= this.#state(this.#read().starts));
  }

  /** The state after a character. */
  step(state: State, char: number): State {
    const key = state.letters.has(char) ? char : other;
    const known = state.next.get(key);
    if (known !== undefined) return known;
    const { all } = this.#read();
    const wanted = this.ignoreCase ? lower(char) : char;
    const positions: number[] = [];
    for (const at of state.positions) {
      const token = all[at] ?? end;
      if (token >= 0) {
        if (token === wanted) positions.push(at + 1);
      } else if (token !== end && takes(token, char)) positions.push(isRun(token) ? at : at + 1);
    }
    return this.#lead(state, key, positions);
  }

  /** A state for whatever the wildcard reads: what it accepts, the union has in every case. */
  stepOver(state: State, wildcard: Token): State {
    const known = state.next.get(wildcard);
    if (known !== undefined) return known;
    const { all } = this.#read();
    const positions: number[] = [];
    for (const at of state.positions) {
      const token = all[at] ?? end;
      if (!readsToken(token, wildcard)) continue;
      if (isRun(token)) positions.push(at);
      else if (!isRun(wildcard)) positions.push(at + 1);
    }
    return this.#lead(state, wildcard, positions);
  }

  #lead(from: State, by: Token, positions: readonly number[]): State {
    const to = this.#state(positions);
    from.next.set(by, to);
    return to;
  }

  #read(): Tokens {
    return (this.#tokens ??= readTokens(this.patterns));
  }

  #state(reached: readonly number[]): State {
    const tokens = this.#read();
    const positions = closed(tokens, reached);
    const key = positions.join();
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const at = positions.map((position) => tokens.all[position] ?? end);
    const state: State = {
      id: this.#states.size,
      positions,
      accepts: at.includes(end),
      acceptsAll: positions.some(
        (position, index) => at[index] === any.run && tokens.all[position + 1] === end,
      ),
      letters: lettersOf(at, this.ignoreCase),
      onlyLetters: at.every((token) => token >= 0 || token === end),
      next: new Map(),
    };
    this.#states.set(key, state);
    return state;
  }
}

const known = new Map<string, Machine>();

/** As many machines are kept; then others take their place. */
const most = 20_000;

/** The same one for the same patterns: what it has read, and been compared with, is of use again. */
export function machineOf(patterns: readonly (readonly Token[])[], ignoreCase: boolean): Machine {
  const key = `${String(ignoreCase)} ${patterns.map((one) => one.join()).join(' ')}`;
  const machine = known.get(key) ?? new Machine(patterns, ignoreCase);
  if (known.size >= most) known.clear();
  known.set(key, machine);
  return machine;
}

interface Tokens {
  /** Of all patterns one after the other, each closed by `end`. */
  readonly all: readonly Token[];
  readonly starts: readonly number[];
  /** For a run at a position: the first position of its pattern that it makes superfluous. */
  readonly covers: readonly number[];
}

function readTokens(patterns: readonly (readonly Token[])[]): Tokens {
  const all = patterns.flatMap((pattern) => [...pattern, end]);
  const covers: number[] = [];
  const starts: number[] = [];
  let start = 0;
  all.forEach((token, at) => {
    if (at === start) starts.push(at);
    covers.push(isRun(token) ? firstCovered(all, start, at) : at);
    if (token === end) start = at + 1;
  });
  return { all, starts, covers };
}

/**
 * Every string from an earlier position goes past this run; what it reads before, the run can read
 * too, if it takes those characters.
 */
function firstCovered(tokens: readonly Token[], start: number, at: number): number {
  const run = tokens[at] ?? end;
  let first = at;
  while (first > start && readsToken(run, tokens[first - 1] ?? end)) first -= 1;
  return first;
}

/** Adds what runs may skip, and leaves out what is superfluous. */
function closed({ all, covers }: Tokens, reached: readonly number[]): readonly number[] {
  const positions: number[] = [];
  for (const position of reached) {
    let at = position;
    if (positions.length > 0 && (positions.at(-1) ?? -1) >= at) continue;
    for (;;) {
      const first = covers[at] ?? at;
      while (positions.length > 0 && (positions.at(-1) ?? -1) >= first) positions.pop();
      positions.push(at);
      if (!isRun(all[at] ?? end)) break;
      at += 1;
    }
  }
  return positions;
}

function lettersOf(tokens: readonly Token[], ignoreCase: boolean): ReadonlySet<number> {
  const letters = new Set<number>();
  for (const token of tokens) {
    if (token >= 0) {
      letters.add(token);
      if (ignoreCase && token >= 97 && token <= 122) letters.add(token - 32);
    } else if (token === any.oneInCell || token === any.runInCell) letters.add(colon);
    else if (token === any.runInName) letters.add(colon).add(slash);
  }
  return letters;
}

export function lower(char: number): number {
  return char >= 65 && char <= 90 ? char + 32 : char;
}
