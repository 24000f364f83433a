import type { CompiledStatement } from '../decide/compile-statement.ts';
import type { Context } from '../decide/context.ts';
import type { ActionCell } from './action-cell.ts';
import { Atoms, type Literal } from './atom.ts';
import type { Cube } from './cube.ts';
import type { Domain } from './domain.ts';
import { makeCube, makeCubes } from './make-cube.ts';
import { resourceVariable, type CubeWorld } from './resource-atom.ts';
import { searchMemo, type SearchMemo } from './variable-state.ts';

/** A statement whose action fits, by its place among the statements of a question. */
export interface MatchedStatement {
  readonly index: number;
  /** It is not sure that it names the caller. */
  readonly unsure: boolean;
}

interface WorldOptions {
  readonly loose: boolean;
  readonly guessed: { readonly [key: string]: string };
  readonly domainOf: (key: string) => Domain;
}

/** Cubes and solutions for one caller, under one reading of wildcards in ARNs. */
export class World {
  readonly domainOf: (key: string) => Domain;
  /** Values that were given to policy variables to find a witness. */
  readonly guessed: { readonly [key: string]: string };
  readonly #statements: readonly CompiledStatement[];
  readonly #cubes = new Map<number, Cube>();
  readonly #parts = new Map<number, readonly Cube[]>();
  readonly #memos = new Map<string, SearchMemo>();
  readonly #ofKeys = searchMemo().ofKeys;
  readonly #cubeWorld: CubeWorld;

  constructor(
    statements: readonly CompiledStatement[],
    { loose, guessed, domainOf }: WorldOptions,
  ) {
    this.#statements = statements;
    this.guessed = guessed;
    const domains = new Map<string, Domain>();
    const context = knownContext((key) => this.domainOf(key));
    this.domainOf = (key) => {
      const known = domains.get(key);
      if (known !== undefined) return known;
      const fresh = domainOf(key);
      const domain = fresh.is === 'fixed' ? { ...fresh, context } : fresh;
      domains.set(key, domain);
      return domain;
    };
    const known = (key: string): string | undefined => {
      const domain = this.domainOf(key);
      return domain.is === 'fixed' && domain.values?.length === 1 ? domain.values[0] : undefined;
    };
    this.#cubeWorld = { atoms: new Atoms(), known, loose };
  }

  /** Undefined: the statement cannot match an action that works on no resource in particular. */
  cube({ index, unsure }: MatchedStatement, { type }: ActionCell): Cube | undefined {
    const statement = this.#statements[index];
    if (statement === undefined) return undefined;
    const known = this.#cubes.get(index) ?? makeCube(statement, index, this.#cubeWorld);
    this.#cubes.set(index, known);
    const cube = unsure ? doubted(known) : known;
    if (type !== undefined) return cube;
    return canMatchWithoutResource(statement) ? withoutResource(cube) : undefined;
  }

  /** The same in parts, so that less is doubtful where policy variables have no known value. */
  cubes({ index, unsure }: MatchedStatement, { type }: ActionCell): readonly Cube[] {
    const place = index * 4 + (unsure ? 2 : 0) + (type === undefined ? 1 : 0);
    const made = this.#parts.get(place);
    if (made !== undefined) return made;
    const statement = this.#statements[index];
    if (statement === undefined) return [];
    const all = makeCubes(statement, index, this.#cubeWorld);
    const sure = unsure ? all.map(doubted) : all;
    const bare = canMatchWithoutResource(statement) ? sure.map(withoutResource) : [];
    const cubes = type === undefined ? bare : sure;
    this.#parts.set(place, cubes);
    return cubes;
  }

  /** What can be said of keys does not depend on the type of the resource, but of resources it does. */
  memoOf(cell: ActionCell): SearchMemo {
    const key = typeKey(cell);
    const memo = this.#memos.get(key) ?? searchMemo(this.#ofKeys);
    this.#memos.set(key, memo);
    return memo;
  }
}

/** What every request carries. A condition asks for more keys than its own by policy variables. */
function knownContext(domainOf: (key: string) => Domain): Context {
  return {
    get: (key) => {
      const domain = domainOf(key);
      if (domain.is === 'fixed') return domain.values;
      return domain.missing === 'always' ? undefined : 'unknown';
    },
  };
}

function doubted(cube: Cube): Cube {
  return { ...cube, unsure: 'it may not name the caller' };
}

function canMatchWithoutResource({ resource }: CompiledStatement): boolean {
  return resource.patterns === undefined || resource.everything !== resource.not;
}

function withoutResource(cube: Cube): Cube {
  return { ...cube, literals: cube.literals.filter(isAboutKey) };
}

function isAboutKey({ atom }: Literal): boolean {
  return atom.variable !== resourceVariable;
}

export function typeKey({ type }: ActionCell): string {
  return typeof type === 'object' ? `${type.service} ${type.name}` : String(type);
}
