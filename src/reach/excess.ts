import type { CompiledLayer } from '../decide/compile-policy-set.ts';
import type { CompiledStatement } from '../decide/compile-statement.ts';
import { contextOf } from '../decide/context.ts';
import { derivedContext } from '../decide/derived-context.ts';
import { prepareRequest } from '../decide/prepared-request.ts';
import { sourceText } from '../decide/reason-text.ts';
import { actionCells, type ActionCell } from './action-cell.ts';
import type { Answer, Witness } from './answer.ts';
import { Budget } from './budget.ts';
import { namesCaller, unaskable, type Caller } from './caller.ts';
import type { Cube, Goal } from './cube.ts';
import type { Domain } from './domain.ts';
import { keyDomain } from './key-domain.ts';
import { layerAllows } from './layer-allows.ts';
import { resourceVariable } from './make-cube.ts';
import { resourceDomain } from './resource-domain.ts';
import { Search, type Assignment, type Reading, type SearchResult } from './search.ts';
import { variablesIn } from './variables-in.ts';
import { writtenContext } from './written-context.ts';
import { typeKey, World, type MatchedStatement } from './world.ts';

/** Does `granting` allow a request that `limit` does not? */
export interface ExcessQuestion {
  readonly granting: CompiledLayer;
  readonly limit: CompiledLayer;
  readonly callers: readonly Caller[];
  readonly resourceAccount: string;
  /** What is known of a key for each caller, beside what is known of it in general. */
  readonly domainOf?: (key: string, caller: Caller) => Domain | undefined;
  /** Actions that are asked about; all where it is left out. */
  readonly concerns?: (action: string) => boolean;
  /** Steps for the whole question. */
  readonly budget?: number;
}

const usualBudget = 200_000;

/** A request that the one layer grants and the other does not; `no` is a proof over all requests. */
export function excess(question: ExcessQuestion): Answer {
  const unread = [...question.granting.unread, ...question.limit.unread];
  if (unread.length > 0)
    return { is: 'may', reasons: unread.map((one) => `not understood: ${one}`) };
  return new Excess(question).answer();
}

class Excess {
  readonly #question: ExcessQuestion;
  readonly #statements: readonly CompiledStatement[];
  readonly #budget: Budget;
  readonly #doubts = new Set<string>();

  constructor(question: ExcessQuestion) {
    const { granting, limit } = question;
    this.#question = question;
    this.#statements = [...granting.allows, ...granting.denies, ...limit.allows, ...limit.denies];
    this.#budget = new Budget(question.budget ?? usualBudget);
  }

  answer(): Answer {
    const { concerns = () => true } = this.#question;
    const cells = actionCells(this.#statements, concerns);
    for (const caller of this.#question.callers) {
      const found = this.#forCaller(caller, cells);
      if (found !== undefined) return found;
    }
    for (const name of this.#question.granting.allows.flatMap(unaskable)) {
      this.#doubts.add(`the principal ${name.slice(0, 200)} is not understood`);
    }
    if (this.#doubts.size === 0) return { is: 'no' };
    return { is: 'may', reasons: [...this.#doubts].slice(0, 10) };
  }

  #forCaller(caller: Caller, cells: readonly ActionCell[]): Answer | undefined {
    const worlds = {
      proving: [false, true].map((loose) => this.#world(caller, loose)),
      // A witness has a certain value for every policy variable.
      trying: [this.#world(caller, false), ...this.#guess(caller)],
    };
    const asked = new Set<string>();
    for (const cell of cells) {
      for (const goal of this.#goals(cell, caller)) {
        const key = `${goalKey(goal)} ${typeKey(cell)}`;
        if (asked.has(key)) continue;
        asked.add(key);
        const found = this.#tryGoal(goal, { cell, caller, worlds });
        if (found !== undefined) return found;
      }
    }
    return undefined;
  }

  #tryGoal(
    goal: StatementGoal,
    { cell, caller, worlds }: { cell: ActionCell; caller: Caller; worlds: Worlds },
  ): Answer | undefined {
    let last: SearchResult = { is: 'none' };
    for (const world of worlds.trying) {
      last = this.#search(goal, { cell, world, reading: 'sure' });
      if (last.is !== 'found') continue;
      const { assignment, cubes } = last;
      const replayed = this.#replay(assignment, { cell, caller, cubes, world });
      if (replayed !== undefined) return replayed;
    }
    // Both readings of a wildcard in an ARN must say no.
    for (const world of worlds.proving) {
      const proof = this.#search(goal, { cell, world, reading: 'possible' });
      if (proof.is === 'none') continue;
      this.#doubts.add(this.#doubtOf(last, proof));
      break;
    }
    return undefined;
  }

  #doubtOf(candidate: SearchResult, proof: SearchResult): string {
    if (proof.is === 'unclear') return proof.why;
    if (candidate.is === 'unclear') return candidate.why;
    return 'a request was found that the concrete engine does not confirm';
  }

  /** Ways to be granted and not limited: to escape every Allow of the limit, or to meet a Deny. */
  #goals(cell: ActionCell, caller: Caller): readonly StatementGoal[] {
    const { granting, limit } = this.#question;
    const offset = granting.allows.length + granting.denies.length;
    const matching = (list: readonly CompiledStatement[], from: number) =>
      list.flatMap((statement, index) =>
        cell.matches.has(from + index) && namesCaller(statement, caller) > 0
          ? [{ index: from + index, unsure: namesCaller(statement, caller) < 2 }]
          : [],
      );
    const allows = matching(granting.allows, 0);
    if (allows.length === 0) return [];
    const denies = matching(granting.denies, granting.allows.length);
    const limitAllows = matching(limit.allows, offset);
    const limitDenies = matching(limit.denies, offset + limit.allows.length);
    return [
      { groups: [allows], avoid: [...denies, ...limitAllows] },
      ...limitDenies.map((one) => ({ groups: [allows, [one]], avoid: denies })),
    ];
  }

  #search(
    goal: StatementGoal,
    { cell, world, reading }: { cell: ActionCell; world: World; reading: Reading },
  ): SearchResult {
    const cubes = (list: readonly MatchedStatement[]) =>
      list.flatMap((one) => world.cube(one, cell) ?? []);
    const groups = goal.groups.map(cubes);
    if (groups.some((group) => group.length === 0)) return { is: 'none' };
    const asGoal: Goal = { groups, avoid: cubes(goal.avoid) };
    const resource = resourceDomain(cell.type);
    const space = {
      domainOf: (variable: string) =>
        variable === resourceVariable ? resource : world.domainOf(variable),
      budget: this.#budget,
      memo: world.memoOf(cell),
    };
    return new Search(space, reading).run(asGoal);
  }

  #world(caller: Caller, loose: boolean, guessed: ReadonlyMap<string, string> = noGuesses): World {
    return new World(this.#statements, {
      loose,
      guessed: Object.fromEntries(guessed),
      domainOf: (key) => {
        const domain = this.#question.domainOf?.(key, caller) ?? keyDomain(key);
        const guess = guessed.get(key);
        if (guess === undefined || domain.is === 'fixed') return domain;
        const context = contextOf({ [key]: guess });
        return { is: 'fixed', values: [guess], context };
      },
    });
  }

  /** A world in which every policy variable has some value, if there are any. */
  #guess(caller: Caller): readonly World[] {
    const keys = new Set(this.#statements.flatMap(variablesIn));
    if (keys.size === 0) return [];
    return [this.#world(caller, false, new Map([...keys].map((key) => [key, 'x'])))];
  }

  #replay(assignment: Assignment, { cell, caller, cubes, world }: Replay): Answer | undefined {
    const { granting, limit, resourceAccount } = this.#question;
    const resource = assignment.get(resourceVariable)?.[0] ?? exampleOf(cell, this.#budget);
    if (resource === undefined) return undefined;
    const context = { ...world.guessed, ...writtenContext(assignment, caller) };
    const request = prepareRequest(
      {
        principal: caller.principal,
        action: cell.action,
        resource,
        resourceAccount,
        context: derivedContext(caller.principal, resourceAccount, contextOf(context)),
      },
      false,
    );
    if (layerAllows(granting, request) !== 2 || layerAllows(limit, request) !== 0) return undefined;
    const witness: Witness = { principal: caller.name, action: cell.action, resource, context };
    const reasons = cubes.map(({ statement }) => sourceText(statement.source));
    return { is: 'yes', witness, reasons };
  }
}

interface Worlds {
  readonly trying: readonly World[];
  readonly proving: readonly World[];
}

interface Replay {
  readonly cell: ActionCell;
  readonly caller: Caller;
  readonly cubes: readonly Cube[];
  readonly world: World;
}

const noGuesses: ReadonlyMap<string, string> = new Map();

interface StatementGoal {
  readonly groups: readonly (readonly MatchedStatement[])[];
  readonly avoid: readonly MatchedStatement[];
}

function goalKey({ groups, avoid }: StatementGoal): string {
  const text = (list: readonly MatchedStatement[]) => list.map(({ index }) => index).join();
  return `${groups.map(text).join(';')} not ${text(avoid)}`;
}

/** Any resource of the type, where no statement asks for one. */
function exampleOf({ type }: ActionCell, budget: Budget): string | undefined {
  if (type === undefined) return '*';
  const solution = new Search(
    { domainOf: () => resourceDomain(type), budget, memo: new Map() },
    'sure',
  ).example(resourceVariable);
  return solution?.[0];
}
