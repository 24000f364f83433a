import type { CompiledStatement } from '../decide/compile-statement.ts';
import { guessesFor, type Guesses, type Guessing } from './guess.ts';
import { isReadInTwoWays } from './make-cube.ts';
import { variableValues } from './read-variables.ts';
import type { SearchResult } from './search.ts';
import type { World } from './world.ts';

type MakeWorld = (loose: boolean, guesses?: Guesses) => World;

/** Worlds that are made from what searches found; more are not worth while. */
const mostFound = 50;

/** The worlds in which the questions about one caller are asked, each made once. */
export class Worlds {
  /** Where a wildcard stays within its part of an ARN. */
  readonly strict: World;
  /** Where one at the end of a part takes colons, too; undefined: there is none. */
  readonly loose: World | undefined;
  readonly #make: MakeWorld;
  readonly #guessing: Guessing;
  readonly #guessed = new Map<string, World>();

  constructor(make: MakeWorld, guessing: Guessing, statements: readonly CompiledStatement[]) {
    this.#make = make;
    this.#guessing = guessing;
    this.strict = make(false);
    this.loose = statements.some(isReadInTwoWays) ? make(true) : undefined;
  }

  /** Worlds to find a witness in: it has a certain value for every policy variable. */
  *trying(found: SearchResult): Generator<World> {
    yield this.strict;
    if (this.#guessing.keys.size === 0) return;
    if (found.is === 'found' && this.#guessed.size < mostFound) {
      const wished = new Map<string, readonly string[] | undefined>(found.assignment);
      for (const [key, value] of variableValues(found)) {
        if (value !== '' && wished.get(key) === undefined) wished.set(key, [value]);
      }
      yield this.#with(guessesFor(this.#guessing, 'distinct', wished));
    }
    yield this.#with(guessesFor(this.#guessing, 'distinct'));
    yield this.#with(guessesFor(this.#guessing, 'alike'));
  }

  #with(guesses: Guesses): World {
    const text = JSON.stringify([...guesses]);
    const known = this.#guessed.get(text) ?? this.#make(false, guesses);
    this.#guessed.set(text, known);
    return known;
  }
}
