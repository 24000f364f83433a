import type { CompiledLayer } from '../decide/compile-policy-set.ts';
import type { Context } from '../decide/context.ts';
import { actionCells, type ActionCell } from './action-cell.ts';
import type { Answer, Witness } from './answer.ts';
import { Budget } from './budget.ts';
import { unaskable, type Caller } from './caller.ts';
import type { Cube, Goal } from './cube.ts';
import { amongArns } from './access/area.ts';
import type { Domain, OpenDomain } from './domain.ts';
import { findValue } from './find-value.ts';
import { guessedDomain, type Guesses } from './guess.ts';
import { Goals, sidesOf, type Sides, type StatementGoal } from './goals.ts';
import { keyDomain } from './key-domain.ts';
import { resourceVariable } from './resource-atom.ts';
import { replay } from './replay.ts';
import { resourceDomain } from './resource-domain.ts';
import { Search, type Reading, type SearchResult } from './search.ts';
import { variablesIn } from './variables-in.ts';
import { typeKey, World, type MatchedStatement } from './world.ts';
import { Worlds } from './worlds.ts';

/** Does `granting` allow a request that `limit` does not? */
export interface ExcessQuestion {
  readonly granting: CompiledLayer;
  readonly limit: CompiledLayer;
  /** What must allow the request as well, and must not deny it, e.g. a permissions boundary. */
  readonly also?: readonly CompiledLayer[];
  readonly callers: readonly Caller[];
  readonly resourceAccount: string;
  /** What is known of a key for each caller, beside what is known of it in general. */
  readonly domainOf?: (key: string, caller: Caller) => Domain | undefined;
  /** The whole context of a caller's request for which these values were found. */
  readonly contextOf?: (found: Witness['context'], caller: Caller) => Context;
  /** ARN patterns: the resource fits one of them. Any resource where it is left out. */
  readonly resources?: readonly string[];
  /** Actions that are asked about; all where it is left out. */
  readonly concerns?: (action: string) => boolean;
  /** Steps for the whole question. */
  readonly budget?: number | Budget;
}

const usualBudget = 200_000;

/** Steps to find out whether there is any resource. */
const emptiness = 20_000;

/** A request that the one layer grants and the other does not; `no` is a proof over all requests. */
export function excess(question: ExcessQuestion): Answer {
  const { granting, limit, also = [] } = question;
  const unread = [granting, limit, ...also].flatMap((one) => one.unread);
  if (unread.length > 0)
    return { is: 'may', reasons: unread.map((one) => `not understood: ${one}`) };
  return new Excess(question).answer();
}

class Excess {
  readonly #question: ExcessQuestion;
  readonly #sides: Sides;
  readonly #budget: Budget;
  readonly #doubts = new Set<string>();

  constructor(question: ExcessQuestion) {
    const { granting, limit, also, budget = usualBudget } = question;
    this.#question = question;
    this.#sides = sidesOf(granting, limit, also);
    this.#budget = typeof budget === 'number' ? new Budget(budget) : budget;
  }

  answer(): Answer {
    const { concerns, resources } = this.#question;
    const cells = actionCells(this.#sides.all, { concerns, resources }).filter((one) =>
      this.#isAsked(one),
    );
    const scenes = this.#question.callers.map((caller): Scene => {
      const goals = new Goals(this.#sides, caller, this.#budget);
      return { caller, goals, worlds: this.#worldsOf(caller) };
    });
    for (const scene of scenes) {
      const found = this.#lookFor(scene, cells);
      if (found !== undefined) return found;
    }
    // All readings of a wildcard in an ARN must say no.
    for (const scene of scenes) this.#proveInAll(scene, cells);
    for (const name of this.#question.granting.allows.flatMap(unaskable)) {
      this.#doubts.add(`the principal ${name.slice(0, 200)} is not understood`);
    }
    if (this.#doubts.size === 0) return { is: 'no' };
    return { is: 'may', reasons: [...this.#doubts].slice(0, 10) };
  }

  #lookFor({ caller, goals, worlds }: Scene, cells: readonly ActionCell[]): Answer | undefined {
    for (const { cell, goal } of this.#trials(goals, cells)) {
      const proof = this.#search(goal, { cell, world: worlds.strict, reading: 'possible' });
      if (proof.is === 'none') continue;
      let last: SearchResult = { is: 'none' };
      for (const world of worlds.trying(proof)) {
        last = this.#search(goal, { cell, world, reading: 'sure' });
        if (last.is !== 'found') continue;
        const scene = { question: this.#question, cell, caller, world };
        const answer = replay(last, scene, this.#resourceOf(cell));
        if (answer !== undefined) return answer;
      }
      this.#doubts.add(doubtOf(last, proof));
    }
    return undefined;
  }

  #proveInAll({ goals, worlds: { loose: world } }: Scene, cells: readonly ActionCell[]): void {
    if (world === undefined || this.#doubts.size > 0) return;
    for (const { cell, goal } of this.#trials(goals, cells)) {
      const proof = this.#search(goal, { cell, world, reading: 'possible' });
      if (proof.is === 'none') continue;
      this.#doubts.add(proof.is === 'unclear' ? proof.why : twoReadings);
      return;
    }
  }

  /** Everything that may have a way, once, as long as the budget lasts. */
  *#trials(goals: Goals, cells: readonly ActionCell[]): Generator<Trial> {
    const asked = new Set<string>();
    for (const cell of cells) {
      for (const goal of goals.of(cell)) {
        const key = `${goal.text} ${typeKey(cell)}`;
        if (asked.has(key)) continue;
        asked.add(key);
        if (this.#budget.isUsedUp) {
          this.#doubts.add('the question is too large for its budget');
          return;
        }
        yield { cell, goal };
      }
    }
  }

  #search(
    goal: StatementGoal,
    { cell, world, reading }: { cell: ActionCell; world: World; reading: Reading },
  ): SearchResult {
    const cubes = (list: readonly MatchedStatement[]): readonly Cube[] =>
      list.flatMap((one) => world.cubes(one, cell));
    const groups = goal.groups.map(cubes);
    if (groups.some((group) => group.length === 0)) return { is: 'none' };
    const asGoal: Goal = { groups, avoid: cubes(goal.avoid) };
    const resource = this.#resourceOf(cell);
    const space = {
      domainOf: (variable: string) =>
        variable === resourceVariable ? resource : world.domainOf(variable),
      budget: this.#budget,
      memo: world.memoOf(cell),
    };
    return new Search(space, reading).run(asGoal);
  }

  /** False: none of the resources is one that the action works on. */
  #isAsked(cell: ActionCell): boolean {
    if (this.#question.resources === undefined) return true;
    return findValue(this.#resourceOf(cell).demands, new Budget(emptiness)) !== 'none';
  }

  #resourceOf({ type }: ActionCell): OpenDomain {
    const { resourceAccount, resources } = this.#question;
    const domain = resourceDomain(type, resourceAccount);
    if (resources === undefined) return domain;
    return { ...domain, demands: [...domain.demands, amongArns(resources)] };
  }

  #worldsOf(caller: Caller): Worlds {
    const { all } = this.#sides;
    const domainOf = (key: string): Domain =>
      this.#question.domainOf?.(key, caller) ?? keyDomain(key);
    const make = (loose: boolean, guesses: Guesses = new Map()): World =>
      new World(all, {
        loose,
        guessed: Object.fromEntries(guesses),
        domainOf: (key) => guessedDomain(key, guesses) ?? domainOf(key),
      });
    const guessing = {
      keys: new Set(all.flatMap(variablesIn)),
      domainOf,
      usual: new Map([['aws:resourceaccount', this.#question.resourceAccount]]),
    };
    return new Worlds(make, guessing, all);
  }
}

/** What the questions about one caller need. */
interface Scene {
  readonly caller: Caller;
  readonly goals: Goals;
  readonly worlds: Worlds;
}

interface Trial {
  readonly cell: ActionCell;
  readonly goal: StatementGoal;
}

const twoReadings = 'it depends on whether a * at the end of a part of an ARN takes colons';

function doubtOf(candidate: SearchResult, proof: SearchResult): string {
  if (proof.is === 'unclear') return proof.why;
  if (candidate.is === 'unclear') return candidate.why;
  return 'a request was found that the concrete engine does not confirm';
}
