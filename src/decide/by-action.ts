import type { CompiledStatement } from './compile-statement.ts';

/** The statements of a list whose actions fit; remembered, for the same actions come again. */
export class ByAction {
  readonly #statements: readonly CompiledStatement[];
  readonly #known = new Map<string, readonly CompiledStatement[]>();

  constructor(statements: readonly CompiledStatement[]) {
    this.#statements = statements;
  }

  /** `action` in lower case. */
  of(action: string): readonly CompiledStatement[] {
    if (this.#statements.length === 0) return this.#statements;
    const known = this.#known.get(action);
    if (known !== undefined) return known;
    const fitting = this.#statements.filter((one) => one.actionMatches(action));
    if (this.#known.size >= mostActions) this.#known.clear();
    this.#known.set(action, fitting);
    return fitting;
  }
}

/** Names of actions come from outside; there is no end of them. */
const mostActions = 1000;
