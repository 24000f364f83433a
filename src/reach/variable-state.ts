import type { Literal } from './atom.ts';
import type { Solution } from './solve-variable.ts';

/** All that a search demands of one variable so far. */
export interface VariableState {
  readonly variable: string;
  readonly literals: readonly Literal[];
  /** The answer that each atom must have. */
  readonly answers: ReadonlyMap<number, boolean>;
  /** Once it was looked for. */
  solution?: Solution;
  /** With one literal more, as far as it was asked. */
  readonly wider: Map<number, VariableState>;
}

/** States of variables by their literals: each is solved once, however a search comes to it. */
export class VariableStates {
  readonly #byLiterals = new Map<string, VariableState>();

  start(variable: string): VariableState {
    return this.#of(variable, []);
  }

  /** The literal's atom must be new to the state. */
  with(state: VariableState, literal: Literal): VariableState {
    const code = codeOf(literal);
    const known = state.wider.get(code);
    if (known !== undefined) return known;
    const made = this.#of(state.variable, [...state.literals, literal]);
    state.wider.set(code, made);
    return made;
  }

  #of(variable: string, literals: readonly Literal[]): VariableState {
    const codes = literals.map(codeOf).sort((a, b) => a - b);
    const key = `${variable} ${codes.join(' ')}`;
    const known = this.#byLiterals.get(key);
    if (known !== undefined) return known;
    const answers = new Map(literals.map(({ atom, holds }) => [atom.id, holds]));
    const made: VariableState = { variable, literals, answers, wider: new Map() };
    this.#byLiterals.set(key, made);
    return made;
  }
}

function codeOf({ atom, holds }: Literal): number {
  return holds ? atom.id : -atom.id - 1;
}

/** What searches over the same domains remember. */
export interface SearchMemo {
  readonly ofKeys: VariableStates;
  readonly ofResource: VariableStates;
}

export function searchMemo(ofKeys = new VariableStates()): SearchMemo {
  return { ofKeys, ofResource: new VariableStates() };
}
