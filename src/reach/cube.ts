import type { CompiledStatement } from '../decide/compile-statement.ts';
import type { Literal } from './atom.ts';

/** A statement as a conjunction of literals; its action and principal were matched before. */
export interface Cube {
  readonly id: number;
  readonly statement: CompiledStatement;
  readonly literals: readonly Literal[];
  /** Something beside its literals is not sure, e.g. an element that is not understood. */
  readonly unsure: string | undefined;
}

/**
 * A question: is there a request that matches at least one cube of every group, and no cube of
 * `avoid`?
 */
export interface Goal {
  readonly groups: readonly (readonly Cube[])[];
  readonly avoid: readonly Cube[];
}

const variables = new WeakMap<Cube, ReadonlySet<string>>();

/** What its literals are about. */
export function variablesOf(cube: Cube): ReadonlySet<string> {
  const known = variables.get(cube) ?? new Set(cube.literals.map(({ atom }) => atom.variable));
  variables.set(cube, known);
  return known;
}
