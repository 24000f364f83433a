import type { CompiledStatement } from '../../decide/compile-statement.ts';
import { sourceText } from '../../decide/reason-text.ts';
import type { ActionCell } from '../action-cell.ts';
import { Budget } from '../budget.ts';
import type { Cube } from '../cube.ts';
import { resourceVariable } from '../make-cube.ts';
import { Search, type Assignment, type Reading, type SearchResult } from '../search.ts';
import type { World } from '../world.ts';
import { writtenContext } from '../written-context.ts';
import type { AccessAnswer, AccessQuestion, FoundContext } from './access-question.ts';
import { plainWorld, provingWorlds, tryingWorlds } from './access-worlds.ts';
import { alignRegion } from './align-region.ts';
import { isIn, type Area } from './area.ts';
import { guessesOf } from './guesses.ts';
import { replay, wayIn } from './replay.ts';
import { isPassable, canAllow, type Choice, type Route, type Routes } from './route.ts';
import { routesOf } from './routes-of.ts';

const usualBudget = 100_000;

/**
 * Looks for an allowed request over all layers. `yes` has been replayed by the concrete engine; `no`
 * means that no way of being allowed is left open, whatever is not known.
 */
export function allowedRequest(
  question: AccessQuestion,
  routes = routesOf(question),
): AccessAnswer {
  const { settled } = routes;
  if (question.areas.list.length === 0) {
    return { is: 'no', reasons: [`${question.action} is never about such a resource`] };
  }
  if (settled?.is === 'no') return { is: 'no', reasons: [settled.why] };
  if (settled === undefined && !routes.routes.some(isPassable)) {
    return { is: 'no', reasons: emptyGroups(routes) };
  }
  return new Solver(question, routes).answer();
}

/** Names what nothing allows. */
function emptyGroups({ routes }: Routes): readonly string[] {
  const names = routes.flatMap((route) => route.filter((one) => !canAllow(one)));
  return [...new Set(names.map(({ name }) => `nothing in ${name} allows it`))];
}

class Solver {
  readonly #question: AccessQuestion;
  readonly #routes: Routes;
  readonly #budget: Budget;
  readonly #statements: readonly CompiledStatement[];
  readonly #indexes: ReadonlyMap<CompiledStatement, number>;

  constructor(question: AccessQuestion, routes: Routes) {
    this.#question = question;
    this.#routes = routes;
    this.#budget = new Budget(question.budget ?? usualBudget);
    // What no way leads through has no part in a witness: others may share it.
    const ways = routes.routes.filter(isPassable).flat();
    const all = [...ways.flatMap(({ choices }) => choices), ...routes.avoid];
    this.#statements = [...new Set(all.map(({ statement }) => statement))];
    this.#indexes = new Map(this.#statements.map((one, index) => [one, index]));
  }

  answer(): AccessAnswer {
    const { settled, routes, doubts } = this.#routes;
    if (settled?.is === 'yes') return this.#always(settled.why);
    const guessed = this.#guess();
    if (guessed !== undefined) return guessed;
    let unconfirmed: string | undefined;
    for (const world of tryingWorlds(this.#question, this.#statements)) {
      for (const area of this.#question.areas.list) {
        for (const route of routes.filter(isPassable)) {
          const tried = this.#search(route, { area, world, reading: 'sure' });
          if (tried.is === 'unclear') unconfirmed ??= tried.why;
          if (tried.is !== 'found') continue;
          const answer = this.#replay(tried.assignment, area, world);
          if (answer !== undefined) return answer;
        }
      }
    }
    const open = this.#openRoute();
    if (open === undefined) return this.#noAnswer();
    return {
      is: 'may',
      reasons: [...new Set([...doubts, ...open, ...(unconfirmed ? [unconfirmed] : [])])].slice(
        0,
        10,
      ),
    };
  }

  #guess(): AccessAnswer | undefined {
    const { avoid } = this.#routes;
    for (const area of this.#question.areas.list) {
      for (const route of this.#routes.routes.filter(isPassable)) {
        for (const { resource, context } of guessesOf(this.#question, area, { route, avoid })) {
          const answer = this.#decided(resource, context);
          if (answer !== undefined && isIn(resource, area)) return answer;
        }
      }
    }
    return undefined;
  }

  /** Why some route cannot be excluded; undefined: none is open. */
  #openRoute(): readonly string[] | undefined {
    for (const world of provingWorlds(this.#question, this.#statements)) {
      for (const area of this.#question.areas.list) {
        for (const route of this.#routes.routes.filter(isPassable)) {
          const proof = this.#search(route, { area, world, reading: 'possible' });
          if (proof.is === 'none') continue;
          return [
            ...route.flatMap(({ open }) => open ?? []),
            proof.is === 'unclear' ? proof.why : 'it cannot be told whether a request is allowed',
          ];
        }
      }
    }
    return undefined;
  }

  #search(route: Route, { area, world, reading }: SearchParts): SearchResult {
    const cell = cellOf(this.#question.action, area);
    const groups = route
      .filter(({ open }) => reading === 'sure' || open === undefined)
      .map(({ choices }) => this.#cubes(choices, cell, world));
    if (groups.some((group) => group.length === 0)) return { is: 'none' };
    const avoid = this.#cubes(this.#routes.avoid, cell, world);
    return this.#searchIn(area, world, reading).run({ groups, avoid });
  }

  #searchIn(area: Area, world: World, reading: Reading): Search {
    const domainOf = (variable: string) =>
      variable === resourceVariable ? area.domain : world.domainOf(variable);
    const memo = world.memoOf(cellOf(this.#question.action, area));
    return new Search({ domainOf, budget: this.#budget, memo }, reading);
  }

  #cubes(choices: readonly Choice[], cell: ActionCell, world: World): readonly Cube[] {
    return choices.flatMap(({ statement, unsure }) => {
      const index = this.#indexes.get(statement) ?? -1;
      return world.cube({ index, unsure }, cell) ?? [];
    });
  }

  #replay(assignment: Assignment, area: Area, world: World): AccessAnswer | undefined {
    const resource =
      assignment.get(resourceVariable)?.[0] ??
      this.#searchIn(area, world, 'sure').example(resourceVariable)?.[0];
    if (resource === undefined) return undefined;
    const found = { ...world.guessed, ...writtenContext(assignment, this.#question.caller) };
    const aligned = alignRegion(resource, found, (one) => isIn(one, area));
    return this.#decided(aligned.resource, aligned.context);
  }

  #decided(resource: string, found: FoundContext): AccessAnswer | undefined {
    const question = this.#question;
    if (replay(question, { resource, context: found }).outcome !== 'allowed') return undefined;
    const { caller, action } = question;
    const known = question.contextOf(found);
    const carried = Object.entries(found).filter(([key]) => known.get(key) !== 'unknown');
    const context = Object.fromEntries(carried);
    const witness = { principal: caller.name, action, resource, context };
    return {
      is: 'yes',
      witness,
      get way() {
        return wayIn(question, witness);
      },
    };
  }

  #always(why: string): AccessAnswer {
    const [area] = this.#question.areas.list;
    const resource =
      area &&
      this.#searchIn(area, plainWorld(this.#question, this.#statements), 'sure').example(
        resourceVariable,
      );
    return this.#decided(resource?.[0] ?? '*', {}) ?? { is: 'may', reasons: [why] };
  }

  /** The layers that no request passes together, or the Deny that stops all that would pass. */
  #noAnswer(): AccessAnswer {
    const explain = (): readonly string[] => this.#whyNot();
    return {
      is: 'no',
      get reasons() {
        return explain();
      },
    };
  }

  #whyNot(): readonly string[] {
    const world = plainWorld(this.#question, this.#statements);
    const passable = this.#routes.routes.filter(isPassable);
    const stops = (avoid: readonly Choice[]): boolean =>
      this.#question.areas.list.every((area) =>
        passable.every((route) => {
          const cell = cellOf(this.#question.action, area);
          const groups = route.map(({ choices }) => this.#cubes(choices, cell, world));
          const goal = { groups, avoid: this.#cubes(avoid, cell, world) };
          return this.#searchIn(area, world, 'possible').run(goal).is === 'none';
        }),
      );
    if (stops([])) {
      const names = new Set(passable.flat().map(({ name }) => name));
      return [`no request is allowed by ${[...names].join(' and ')} together`];
    }
    const single = this.#routes.avoid.filter((one) => stops([one]));
    const denying = single.length > 0 ? single : this.#routes.avoid;
    return denying.map(({ statement }) => `${sourceText(statement.source)} denies it`);
  }
}

interface SearchParts {
  readonly area: Area;
  readonly world: World;
  readonly reading: Reading;
}

function cellOf(action: string, { type }: Area): ActionCell {
  return { action, type, matches: new Set() };
}
