import type { Literal } from './atom.ts';
import type { Budget } from './budget.ts';
import type { Cube, Goal } from './cube.ts';
import type { Domain } from './domain.ts';
import { solveVariable, type Solution } from './solve-variable.ts';

/** Values by variable; a variable that is missing here is not carried by the request. */
export type Assignment = ReadonlyMap<string, readonly string[] | undefined>;

export type SearchResult =
  | { readonly is: 'found'; readonly assignment: Assignment; readonly cubes: readonly Cube[] }
  /** Proven: there is no such request. */
  | { readonly is: 'none' }
  | { readonly is: 'unclear'; readonly why: string };

/**
 * How doubtful literals are read. `possible` takes them as met: only `none` is then a proof.
 * `sure` takes them as not met: only `found` is then worth something.
 */
export type Reading = 'possible' | 'sure';

interface Space {
  readonly domainOf: (variable: string) => Domain;
  readonly budget: Budget;
  /** Solutions by variable and literals, for all goals over the same domains. */
  readonly memo: Map<string, Solution>;
}

type State = ReadonlyMap<string, readonly Literal[]>;

/** Looks for a request case by case: one cube of each group, one literal broken in each cube to avoid. */
export class Search {
  readonly #space: Space;
  readonly #reading: Reading;
  #unclear: string | undefined;

  constructor(space: Space, reading: Reading) {
    this.#space = space;
    this.#reading = reading;
  }

  run(goal: Goal): SearchResult {
    this.#unclear = undefined;
    const groups = [...goal.groups].sort((a, b) => a.length - b.length);
    const found = this.#choose(new Map(), groups, goal.avoid, []);
    if (found !== undefined) return found;
    return this.#unclear === undefined ? { is: 'none' } : { is: 'unclear', why: this.#unclear };
  }

  /** A value that nothing but the variable's domain asks anything of. */
  example(variable: string): readonly string[] | undefined {
    const solution = this.#solve(variable, []);
    return solution.is === 'found' ? solution.values : undefined;
  }

  #choose(
    state: State,
    groups: readonly (readonly Cube[])[],
    avoid: readonly Cube[],
    chosen: readonly Cube[],
  ): SearchResult | undefined {
    const [group, ...rest] = groups;
    if (group === undefined) return this.#dodge(state, avoid, chosen);
    for (const cube of group) {
      const next = this.#meet(state, cube);
      const found = next && this.#choose(next, rest, avoid, [...chosen, cube]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The state with all literals of a cube, if they can be met. */
  #meet(state: State, cube: Cube): State | undefined {
    if (cube.unsure !== undefined && this.#reading === 'sure') return this.#doubt(cube.unsure);
    let next: State | undefined = state;
    for (const literal of cube.literals) {
      next = next && this.#add(next, literal);
    }
    return next;
  }

  #add(state: State, literal: Literal): State | undefined {
    const { variable, id } = literal.atom;
    const known = state.get(variable) ?? [];
    // The same question has one answer, even where we do not know which.
    const same = known.find((one) => one.atom.id === id);
    if (same !== undefined) return same.holds === literal.holds ? state : undefined;
    if (isDoubtful(literal) && this.#reading === 'sure') return this.#doubt(doubtOf(literal));
    const literals = [...known, literal];
    if (!isDoubtful(literal) && this.#solve(variable, literals).is === 'none') return undefined;
    return new Map(state).set(variable, literals);
  }

  #doubt(why: string): undefined {
    this.#unclear ??= why;
    return undefined;
  }

  #solve(variable: string, all: readonly Literal[]): Solution {
    const { memo, domainOf, budget } = this.#space;
    const literals = all.filter((one) => !isDoubtful(one));
    const key = `${variable} ${literals
      .map(({ atom, holds }) => (holds ? atom.id : -atom.id - 1))
      .sort((a, b) => a - b)
      .join(' ')}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const solution = solveVariable(literals, domainOf(variable), budget);
    memo.set(key, solution);
    return solution;
  }

  #dodge(state: State, avoid: readonly Cube[], chosen: readonly Cube[]): SearchResult | undefined {
    if (!this.#space.budget.spend()) return this.#doubt('the question is too large for its budget');
    const open: { readonly cube: Cube; readonly ways: readonly State[] }[] = [];
    for (const cube of avoid) {
      const ways = this.#waysOut(state, cube);
      if (ways === 'dodged') continue;
      if (ways.length === 0) return undefined;
      open.push({ cube, ways });
    }
    const narrowest = open.reduce<(typeof open)[number] | undefined>(
      (best, one) => (best === undefined || one.ways.length < best.ways.length ? one : best),
      undefined,
    );
    if (narrowest === undefined) return this.#finish(state, chosen);
    const rest = open.filter((one) => one !== narrowest).map(({ cube }) => cube);
    for (const way of narrowest.ways) {
      const found = this.#dodge(way, rest, chosen);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The states in which a cube does not match, or that it cannot match in this one. */
  #waysOut(state: State, cube: Cube): readonly State[] | 'dodged' {
    const { unsure } = cube;
    if (unsure !== undefined && this.#reading === 'possible') return 'dodged';
    const ways: State[] = [];
    for (const literal of cube.literals) {
      const opposite = { atom: literal.atom, holds: !literal.holds };
      if (this.#isForced(state, opposite)) return 'dodged';
      const way = this.#add(state, opposite);
      if (way !== undefined) ways.push(way);
    }
    return ways;
  }

  /** Whether what the state demands leaves no other choice. */
  #isForced(state: State, literal: Literal): boolean {
    const { atom, holds } = literal;
    const known = state.get(atom.variable);
    if (known === undefined) return false;
    const same = known.find((one) => one.atom.id === atom.id);
    if (same !== undefined) return same.holds === holds;
    const opposite = { atom, holds: !holds };
    if (isDoubtful(opposite)) return false;
    return this.#solve(atom.variable, [...known, opposite]).is === 'none';
  }

  #finish(state: State, chosen: readonly Cube[]): SearchResult | undefined {
    const assignment = new Map<string, readonly string[] | undefined>();
    for (const [variable, literals] of state) {
      const solution = this.#solve(variable, literals);
      if (solution.is === 'none') return undefined;
      if (solution.is === 'unclear') {
        this.#unclear ??= `what the policies ask of ${variable} is too hard to settle`;
        if (this.#reading === 'sure') return undefined;
        continue;
      }
      assignment.set(variable, solution.values);
    }
    return { is: 'found', assignment, cubes: chosen };
  }
}

/**
 * An atom that is not understood; or a set that may be too great, because of a policy variable
 * without a known value, and that a value must not be in.
 */
function isDoubtful({ atom, holds }: Literal): boolean {
  if (atom.unsure !== undefined) return true;
  return atom.variables.length > 0 && atom.negated === holds;
}

function doubtOf({ atom }: Literal): string {
  return atom.unsure ?? `the policy variable \${${atom.variables.join('}, ${')}}`;
}
