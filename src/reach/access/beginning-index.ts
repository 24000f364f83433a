import type { CompiledStatement } from '../../decide/compile-statement.ts';
import type { Areas } from './area.ts';
import { beginningsOf } from './beginning.ts';

/**
 * Things by what the resources of their statements begin with. Finds those that have to do with the
 * resources of a question at the cost of what it finds, however many there are.
 */
export class BeginningIndex {
  /** Numbers of things, by the beginning of one of their patterns. */
  readonly #all = new Map<string, number[]>();
  /** Of those only, after whose beginning anything may follow. */
  readonly #open = new Map<string, number[]>();
  readonly #always: number[] = [];
  #sorted: readonly string[] | undefined;

  /** Several statements of one thing are added one by one. */
  add(thing: number, statement: CompiledStatement | 'any'): void {
    const beginnings = statement === 'any' ? 'any' : beginningsOf(statement);
    if (beginnings === 'any') {
      this.#always.push(thing);
      return;
    }
    for (const { text, goesOn } of beginnings) {
      push(this.#all, text, thing);
      if (goesOn) push(this.#open, text, thing);
    }
    this.#sorted = undefined;
  }

  /** Every thing of which some statement may concern one of the areas; each once, in order. */
  near({ list }: Areas): readonly number[] {
    const found = new Set(this.#always);
    const take = (things: readonly number[] = []): void => {
      for (const thing of things) found.add(thing);
    };
    for (const { type, prefix } of list) {
      // An action without a resource: whatever resource statements name, it is not looked at.
      if (type === undefined) return this.#everything();
      for (let end = 0; end <= prefix.length; end += 1) take(this.#open.get(prefix.slice(0, end)));
      for (const text of this.#beginningWith(prefix)) take(this.#all.get(text));
    }
    return [...found].sort((a, b) => a - b);
  }

  #everything(): readonly number[] {
    const all = new Set([...this.#always, ...[...this.#all.values()].flat()]);
    return [...all].sort((a, b) => a - b);
  }

  #beginningWith(prefix: string): readonly string[] {
    const texts = (this.#sorted ??= [...this.#all.keys()].sort());
    let low = 0;
    let high = texts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((texts[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (texts[end]?.startsWith(prefix)) end += 1;
    return texts.slice(low, end);
  }
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
