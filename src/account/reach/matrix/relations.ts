import type { CompiledStatement } from '../../../decide/compile-statement.ts';
import { quotient } from '../../../reach/access/quotient.ts';

/** No object of the bucket is one that the statement is about. */
export const disjoint = 0;
/** All are. */
export const whole = 1;

/**
 * How the `Resource` elements of statements stand to the objects of each bucket, as numbers: equal ones
 * if they say the same of the keys of both buckets' objects.
 */
export class Relations {
  readonly #buckets: readonly string[];
  readonly #tables = new Map<string, Int32Array>();
  readonly #ofStatement = new WeakMap<CompiledStatement, Int32Array>();
  readonly #ids = new Map<string, number>();

  /** ARNs. */
  constructor(buckets: readonly string[]) {
    this.#buckets = buckets;
  }

  /** By the number of the bucket. */
  of(compiled: CompiledStatement): Int32Array {
    const known = this.#ofStatement.get(compiled);
    if (known !== undefined) return known;
    const { statement, version } = compiled;
    const text = JSON.stringify([version, statement.resource ?? null]);
    const table = this.#tables.get(text) ?? this.#fill(compiled, text);
    this.#tables.set(text, table);
    this.#ofStatement.set(compiled, table);
    return table;
  }

  #fill(
    { statement: { resource }, resource: compiled }: CompiledStatement,
    text: string,
  ): Int32Array {
    const table = new Int32Array(this.#buckets.length);
    if (resource === undefined) return table.fill(this.#idOf('missing'));
    if (compiled.everything) return table.fill(resource.not ? disjoint : whole);
    for (const [at, bucket] of this.#buckets.entries()) {
      table[at] = this.#relation(resource, bucket, text);
    }
    return table;
  }

  #relation(
    { not, values }: { readonly not: boolean; readonly values: readonly string[] },
    bucket: string,
    text: string,
  ): number {
    const start = `${bucket}/`;
    const ends = new Set<string>();
    for (const value of values) {
      if (isApart(value, start)) continue;
      const left = isPlain(value) ? quotient(value, start) : undefined;
      // Nothing can be said of one bucket that holds for another.
      if (left === undefined) return this.#idOf(`${text} of ${bucket}`);
      for (const end of left) ends.add(end);
    }
    if (ends.has('*')) return not ? disjoint : whole;
    if (ends.size === 0) return not ? whole : disjoint;
    return this.#idOf(`${not ? 'not ' : ''}${[...ends].sort().join('\n')}`);
  }

  #idOf(text: string): number {
    const id = this.#ids.get(text) ?? this.#ids.size + 2;
    this.#ids.set(text, id);
    return id;
  }
}

/** A quick look: they begin differently, or the pattern ends before. */
function isApart(pattern: string, start: string): boolean {
  const wild = pattern.search(/[*?]|\$\{/);
  const literal = wild < 0 ? pattern : pattern.slice(0, wild);
  if (literal.startsWith(start)) return false;
  return wild < 0 ? pattern.split(':').length >= 6 : !start.startsWith(literal);
}

/** An ARN whose wildcards all stand in its last part, where they take any character. */
function isPlain(pattern: string): boolean {
  return /^arn:[^:*?$]*:s3:::/.test(pattern);
}
