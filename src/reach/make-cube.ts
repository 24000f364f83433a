import type { CompiledStatement } from '../decide/compile-statement.ts';
import type { ListElement, Policy, Statement } from '../model/policy.ts';
import { compileResourcePattern } from '../decide/resource-pattern.ts';
import type { Atom, Atoms, Literal } from './atom.ts';
import type { Cube } from './cube.ts';
import { machineOf } from './text/machine.ts';
import { partsOf, splitValues } from './split-statement.ts';
import { arnTokens, plainTokens, type Known } from './text/pattern-tokens.ts';
import { keysInText } from './variables-in.ts';

/** The variable of a request's resource. */
export const resourceVariable = 'resource';

export interface CubeWorld {
  readonly atoms: Atoms;
  readonly known: Known;
  /** Whether a `*` at the end of a part of an ARN takes colons; AWS is one or the other. */
  readonly loose: boolean;
}

/** The literals of a statement's `Resource` and `Condition`. */
export function makeCube(
  statement: CompiledStatement,
  id: number,
  world: CubeWorld,
  says: Statement = statement.statement,
): Cube {
  const { version, odd } = statement;
  const resource =
    says.resource === undefined ? [] : resourceLiterals(says.resource, version, world);
  const conditions = says.conditions.map((condition): Literal => ({
    atom: world.atoms.condition(condition, version, world.known),
    holds: true,
  }));
  // Only a resource policy may leave it out: it then means what it hangs on.
  const missing = says.resource === undefined && statement.source.layer !== 'resource';
  const unsure = odd ?? (missing ? 'a statement has no Resource' : undefined);
  return { id, statement, literals: [...resource, ...conditions], unsure };
}

/** Cubes that match together what the statement matches; what has an open variable is by itself. */
export function makeCubes(
  statement: CompiledStatement,
  id: number,
  world: CubeWorld,
): readonly Cube[] {
  const parts = partsOf(statement.statement, isOpenIn(statement.version, world));
  return parts.map((part) => makeCube(statement, id, world, part));
}

function isOpenIn(version: Policy['version'], { known }: CubeWorld): (value: string) => boolean {
  return (value) => keysInText(value, version).some((key) => known(key) === undefined);
}

function resourceLiterals(
  element: ListElement,
  version: Policy['version'],
  world: CubeWorld,
): readonly Literal[] {
  const everything = element.values.some((value) => /^\*+$/.test(value));
  if (everything && !element.not) return [];
  const lists = element.not ? splitValues(element, isOpenIn(version, world)) : [element];
  return lists.map(({ values, not }) => ({
    atom: resourceAtom(values, version, world),
    holds: !not,
  }));
}

/** Whether the resource is one of those listed. */
export function resourceAtom(
  values: readonly string[],
  version: Policy['version'],
  { atoms, known, loose }: CubeWorld,
): Atom {
  const variables = version === '2012-10-17';
  const text = `resource\n${loose ? 'loose' : ''}\n${variables ? 'v' : ''}\n${[...values].sort().join('\n')}`;
  return atoms.intern(text, () => {
    const patterns = values.map((value) => compileResourcePattern(value, variables));
    const read = patterns.map(({ parts, text: written }) =>
      /^\*+$/.test(written) ? plainTokens(parts, known) : arnTokens(parts, known, loose),
    );
    const machine = machineOf(
      read.map((one) => one.tokens),
      false,
    );
    return {
      variable: resourceVariable,
      quantifier: 'one',
      set: { family: 'text', machine },
      negated: false,
      onMissing: false,
      unsureOnMissing: false,
      unsure: oddName(values),
      variables: read.flatMap((one) => one.variables),
      compiled: undefined,
    };
  });
}

/** Names of which the concrete engine is not sure either: a `no` must not rest on them. */
function oddName(values: readonly string[]): string | undefined {
  const odd = values.find((value) => !/^\*+$/.test(value) && !isWholeArn(value));
  return odd === undefined ? undefined : `the resource ${odd.slice(0, 200)} is not understood`;
}

/** Six parts, the service written out, variables in the last part alone and closed. */
function isWholeArn(value: string): boolean {
  const [arn, , service = '', ...rest] = value.split(':');
  if (arn !== 'arn' || /[*?]/.test(service) || rest.length < 3) return false;
  const last = rest.slice(2).join(':');
  const head = value.slice(0, value.length - last.length);
  return !head.includes('${') && !/\$\{(?![^{}]+\})/.test(last);
}

/** Whether it has a `*` at the end of a part of an ARN before the last. */
export function isReadInTwoWays({ statement }: CompiledStatement): boolean {
  return (statement.resource?.values ?? []).some((one) => /^(?:[^:]*:){0,4}[^:]*\*:/.test(one));
}
