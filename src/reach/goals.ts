import type { CompiledStatement } from '../decide/compile-statement.ts';
import { no, yes, type Tri } from '../decide/tri.ts';
import type { ActionCell } from './action-cell.ts';
import type { Budget } from './budget.ts';
import { namesCaller, type Caller } from './caller.ts';
import { covers } from './covers.ts';
import type { MatchedStatement } from './world.ts';

/** The statements of a question; everywhere else they go by their place among `all`. */
export interface Sides {
  readonly all: readonly CompiledStatement[];
  readonly allows: Span;
  readonly denies: Span;
  readonly limitAllows: Span;
  readonly limitDenies: Span;
  /** Of each further layer that must allow as well. */
  readonly also: readonly { readonly allows: Span; readonly denies: Span }[];
}

/** Indexes from `from` to before `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Layer {
  readonly allows: readonly CompiledStatement[];
  readonly denies: readonly CompiledStatement[];
}

export function sidesOf(granting: Layer, limit: Layer, also: readonly Layer[] = []): Sides {
  const all: CompiledStatement[] = [];
  const span = (list: readonly CompiledStatement[]): Span => {
    const from = all.length;
    all.push(...list);
    return { from, to: all.length };
  };
  return {
    all,
    allows: span(granting.allows),
    denies: span(granting.denies),
    limitAllows: span(limit.allows),
    limitDenies: span(limit.denies),
    also: also.map((one) => ({ allows: span(one.allows), denies: span(one.denies) })),
  };
}

/** As `Goal`, in indexes. */
export interface StatementGoal {
  readonly groups: readonly (readonly MatchedStatement[])[];
  readonly avoid: readonly MatchedStatement[];
  /** Equal for equal goals. */
  readonly text: string;
}

/** The ways to be granted by one side and not by the other, for one caller. */
export class Goals {
  readonly #sides: Sides;
  readonly #names: readonly Tri[];
  readonly #budget: Budget;
  readonly #covers = new Map<number, boolean>();
  readonly #known = new Map<ReadonlySet<number>, readonly StatementGoal[]>();

  constructor(sides: Sides, caller: Caller, budget: Budget) {
    this.#sides = sides;
    this.#names = sides.all.map((one) => namesCaller(one, caller));
    this.#budget = budget;
  }

  of({ matches }: ActionCell): readonly StatementGoal[] {
    const known = this.#known.get(matches) ?? this.#goals(matches);
    this.#known.set(matches, known);
    return known;
  }

  /**
   * To escape every Allow of the limit, or to meet a Deny of it. Statements that others cover by
   * what they say are no way at all; most questions are settled here.
   */
  #goals(matches: ReadonlySet<number>): readonly StatementGoal[] {
    const { allows, denies, limitAllows, limitDenies, also } = this.#sides;
    const denying = [denies, ...also.map((one) => one.denies)];
    const denied = denying.flatMap((span) => this.#matching(matches, span));
    const allowed = this.#uncovered(this.#matching(matches, allows), denied);
    const guards = also.map((one) => this.#uncovered(this.#matching(matches, one.allows), denied));
    if ([allowed, ...guards].some((group) => group.length === 0)) return [];
    const limits = this.#matching(matches, limitAllows);
    const beyond = this.#uncovered(allowed, limits);
    const met = this.#uncovered(this.#matching(matches, limitDenies), denied);
    return [
      ...(beyond.length === 0 ? [] : [goalOf([beyond, ...guards], [...denied, ...limits])]),
      ...met.map((one) => goalOf([allowed, [one], ...guards], denied)),
    ];
  }

  #matching(matches: ReadonlySet<number>, { from, to }: Span): readonly MatchedStatement[] {
    const found: MatchedStatement[] = [];
    for (const index of matches) {
      const names = this.#names[index] ?? no;
      if (index < from || index >= to || names === no) continue;
      found.push({ index, unsure: names !== yes });
    }
    return found;
  }

  #uncovered(
    list: readonly MatchedStatement[],
    by: readonly MatchedStatement[],
  ): readonly MatchedStatement[] {
    // Few policies are so long that this counts.
    if (!this.#budget.spend(Math.floor((list.length * by.length) / 1000))) return list;
    return list.filter(
      (inner) => !by.some((outer) => !outer.unsure && this.#isCovered(outer.index, inner.index)),
    );
  }

  #isCovered(outer: number, inner: number): boolean {
    const { all } = this.#sides;
    const key = outer * all.length + inner;
    const known = this.#covers.get(key);
    if (known !== undefined) return known;
    const [a, b] = [all[outer], all[inner]];
    const made = a !== undefined && b !== undefined && covers(a, b);
    this.#covers.set(key, made);
    return made;
  }
}

function goalOf(groups: StatementGoal['groups'], avoid: StatementGoal['avoid']): StatementGoal {
  const text = (list: readonly MatchedStatement[]): string => list.map(({ index }) => index).join();
  return { groups, avoid, text: `${groups.map(text).join(';')} not ${text(avoid)}` };
}
