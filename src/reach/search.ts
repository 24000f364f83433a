import type { Literal } from './atom.ts';
import type { Budget } from './budget.ts';
import { variablesOf, type Cube, type Goal } from './cube.ts';
import type { Domain } from './domain.ts';
import { doubtOf, isDoubtful, isUnknown } from './doubt.ts';
import { resourceVariable } from './resource-atom.ts';
import type { FoundRequest, Reading, SearchResult } from './search-result.ts';
import {
  bestSolution,
  solveVariable,
  type FoundSolution,
  type Solution,
} from './solve-variable.ts';
import type { SearchMemo, VariableState } from './variable-state.ts';

export type { Assignment, Reading, SearchResult } from './search-result.ts';

interface Space {
  readonly domainOf: (variable: string) => Domain;
  readonly budget: Budget;
  /** For all searches over the same domains. */
  readonly memo: SearchMemo;
}

/** A variable that is missing here may still be anything in its domain. */
type State = ReadonlyMap<string, VariableState>;

/**
 * Why there is no way on: the variables of which other demands are needed. Where none of them was
 * touched by a choice, its alternatives fail as well.
 */
type Conflict = ReadonlySet<string>;

const hopeless: Conflict = new Set();

/** Looks for a request case by case: one cube of each group, one literal broken in each cube to avoid. */
export class Search {
  readonly #space: Space;
  readonly #reading: Reading;
  #unclear: string | undefined;
  /** A way was left out for a doubt, which other demands might have settled. */
  #doubted = false;

  constructor(space: Space, reading: Reading) {
    this.#space = space;
    this.#reading = reading;
  }

  run(goal: Goal): SearchResult {
    this.#unclear = undefined;
    this.#doubted = false;
    const groups = [...goal.groups].sort((a, b) => a.length - b.length);
    const found = this.#choose(new Map(), groups, goal.avoid, []);
    if (isFound(found)) return found;
    return this.#unclear === undefined ? { is: 'none' } : { is: 'unclear', why: this.#unclear };
  }

  /** A value that nothing but the variable's domain asks anything of. */
  example(variable: string): readonly string[] | undefined {
    const { domainOf, budget } = this.#space;
    const solution = bestSolution([], domainOf(variable), budget);
    return solution.is === 'found' ? solution.values : undefined;
  }

  #choose(
    state: State,
    groups: readonly (readonly Cube[])[],
    avoid: readonly Cube[],
    chosen: readonly Cube[],
  ): FoundRequest | Conflict {
    const [group, ...rest] = groups;
    if (group === undefined) return this.#dodge(state, avoid, chosen);
    const conflict = new Set<string>();
    for (const cube of group) {
      const next = this.#meet(state, cube);
      const found = next && this.#choose(next, rest, avoid, [...chosen, cube]);
      if (isFound(found)) return found;
      const variables = variablesOf(cube);
      if (found !== undefined && this.#isAbove(found, variables)) return found;
      for (const variable of found ?? variables) conflict.add(variable);
    }
    return conflict;
  }

  /** The conflict was there before these variables were touched; more demands do not lift it. */
  #isAbove(conflict: Conflict, variables: Iterable<string>): boolean {
    if (this.#doubted) return false;
    for (const variable of variables) if (conflict.has(variable)) return false;
    return true;
  }

  /** The state with all literals of a cube, if they can be met. */
  #meet(state: State, cube: Cube): State | undefined {
    if (cube.unsure !== undefined && this.#reading === 'sure') {
      this.#unclear ??= cube.unsure;
      return undefined;
    }
    let next: State | undefined = state;
    for (const literal of cube.literals) {
      const added: VariableState | undefined = next && this.#add(next, literal);
      next = next && added && withVariable(next, added);
    }
    return next;
  }

  /** The literal's variable with the literal, if it can be met. */
  #add(state: State, literal: Literal): VariableState | undefined {
    const { variable, id } = literal.atom;
    const known = state.get(variable) ?? this.#start(variable);
    // The same question has one answer, even where we do not know which.
    const same = known.answers.get(id);
    if (same !== undefined) return same === literal.holds ? known : undefined;
    const domain = this.#space.domainOf(variable);
    const doubtful = isDoubtful(literal, domain);
    if ((doubtful || isUnknown(domain)) && this.#reading === 'sure') {
      this.#unclear ??= doubtOf(literal);
      this.#doubted = true;
      return undefined;
    }
    const next = this.#memoOf(variable).with(known, literal);
    return !doubtful && this.#solve(next).is === 'none' ? undefined : next;
  }

  #memoOf(variable: string): SearchMemo['ofKeys'] {
    const { memo } = this.#space;
    return variable === resourceVariable ? memo.ofResource : memo.ofKeys;
  }

  #start(variable: string): VariableState {
    return this.#memoOf(variable).start(variable);
  }

  #solve(state: VariableState): Solution {
    const { domainOf, budget } = this.#space;
    if (state.solution !== undefined) return state.solution;
    const domain = domainOf(state.variable);
    budget.spend();
    return (state.solution = solveVariable(
      state.literals.filter((one) => !isDoubtful(one, domain)),
      domain,
      budget,
    ));
  }

  /** The solution as a witness should have it. */
  #best({ variable, literals }: VariableState, plain: FoundSolution): FoundSolution {
    const { domainOf, budget } = this.#space;
    const domain = domainOf(variable);
    if (this.#reading === 'possible' || domain.is === 'fixed' || !domain.preferred) return plain;
    const sure = literals.filter((one) => !isDoubtful(one, domain));
    const best = bestSolution(sure, domain, budget);
    return best.is === 'found' ? best : plain;
  }

  #dodge(state: State, avoid: readonly Cube[], chosen: readonly Cube[]): FoundRequest | Conflict {
    if (!this.#space.budget.spend(1 + Math.floor(avoid.length / 8))) {
      this.#unclear ??= 'the question is too large for its budget';
      return hopeless;
    }
    const open: Open[] = [];
    for (const cube of avoid) {
      const ways = this.#waysOut(state, cube);
      if (ways === 'dodged') continue;
      if (ways.length === 0) return variablesOf(cube);
      open.push({ cube, ways });
    }
    const narrowest = narrowestOf(open);
    if (narrowest === undefined) return this.#finish(state, chosen);
    const rest = open.filter((one) => one !== narrowest).map(({ cube }) => cube);
    const conflict = new Set(variablesOf(narrowest.cube));
    for (const way of narrowest.ways) {
      const found = this.#dodge(withVariable(state, way), rest, chosen);
      if (isFound(found) || this.#isAbove(found, [way.variable])) return found;
      for (const variable of found) conflict.add(variable);
    }
    return conflict;
  }

  /** Variables with which a cube does not match, or that it cannot match in this state. */
  #waysOut(state: State, cube: Cube): readonly VariableState[] | 'dodged' {
    const { unsure } = cube;
    if (unsure !== undefined && this.#reading === 'possible') return 'dodged';
    const ways: VariableState[] = [];
    for (const literal of cube.literals) {
      const opposite = { atom: literal.atom, holds: !literal.holds };
      if (this.#isForced(state, opposite)) return 'dodged';
      const way = this.#add(state, opposite);
      if (way !== undefined) ways.push(way);
    }
    return ways;
  }

  /** Whether what the state demands leaves no other choice. */
  #isForced(state: State, { atom, holds }: Literal): boolean {
    const known = state.get(atom.variable) ?? this.#start(atom.variable);
    const same = known.answers.get(atom.id);
    if (same !== undefined) return same === holds;
    const opposite = { atom, holds: !holds };
    if (isDoubtful(opposite, this.#space.domainOf(atom.variable))) return false;
    return this.#solve(this.#memoOf(atom.variable).with(known, opposite)).is === 'none';
  }

  #finish(state: State, chosen: readonly Cube[]): FoundRequest | Conflict {
    const assignment = new Map<string, readonly string[] | undefined>();
    for (const [variable, demanded] of state) {
      const solution = this.#solve(demanded);
      if (solution.is === 'none') return new Set([variable]);
      if (solution.is === 'unclear') {
        this.#unclear ??= `what the policies ask of ${variable} is too hard to settle`;
        if (this.#reading === 'sure') return new Set([variable]);
        continue;
      }
      assignment.set(variable, this.#best(demanded, solution).values);
    }
    return { is: 'found', assignment, cubes: chosen };
  }
}

function withVariable(state: State, one: VariableState): State {
  return new Map(state).set(one.variable, one);
}

interface Open {
  readonly cube: Cube;
  readonly ways: readonly VariableState[];
}

function narrowestOf(open: readonly Open[]): Open | undefined {
  let best: Open | undefined;
  for (const one of open) if (best === undefined || one.ways.length < best.ways.length) best = one;
  return best;
}

function isFound(result: FoundRequest | Conflict | undefined): result is FoundRequest {
  return result !== undefined && 'is' in result;
}
