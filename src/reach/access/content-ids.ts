import type { CompiledStatement } from '../../decide/compile-statement.ts';

/** Numbers for statements; equal for those that say the same, wherever they stand. */
export class ContentIds {
  readonly #known = new WeakMap<CompiledStatement, number>();
  readonly #byContent = new Map<string, number>();

  of(statement: CompiledStatement): number {
    const known = this.#known.get(statement);
    if (known !== undefined) return known;
    const { sid: _sid, index: _index, ...says } = statement.statement;
    const { version, odd, source } = statement;
    const content = JSON.stringify([says, version, odd, source.layer]);
    const id = this.#byContent.get(content) ?? this.#byContent.size;
    this.#byContent.set(content, id);
    this.#known.set(statement, id);
    return id;
  }
}
