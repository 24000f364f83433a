import type { CompiledStatement } from '../decide/compile-statement.ts';
import type { ListElement, Policy, Statement } from '../model/policy.ts';
import type { Literal } from './atom.ts';
import type { Cube } from './cube.ts';
import { isWhole, resourceAtom, type CubeWorld } from './resource-atom.ts';
import { partsOf, splitValues } from './split-statement.ts';
import { keysInText } from './variables-in.ts';

export { resourceVariable } from './resource-atom.ts';

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
  const unsure = odd ?? oddResource(statement, says.resource, world);
  return { id, statement, literals: [...resource, ...conditions], unsure };
}

function oddResource(
  { source, version }: CompiledStatement,
  resource: ListElement | undefined,
  world: CubeWorld,
): string | undefined {
  if (resource === undefined) {
    // Only a resource policy may leave it out: it then means what it hangs on.
    return source.layer === 'resource' ? undefined : 'a statement has no Resource';
  }
  // Without a value for it, an Allow gives nothing at all.
  return resource.not && resource.values.some(isOpenIn(version, world))
    ? 'a policy variable in NotResource may have no value'
    : undefined;
}

/** Cubes that match together what the statement matches; what is doubtful is by itself. */
export function makeCubes(
  statement: CompiledStatement,
  id: number,
  world: CubeWorld,
): readonly Cube[] {
  const isOpen = isOpenIn(statement.version, world);
  const parts = partsOf(statement.statement, {
    ofResource: (value) => isOpen(value) || !isWhole(value, statement.version),
    ofCondition: isOpen,
  });
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
  const isOpen = isOpenIn(version, world);
  const lists = element.not
    ? splitValues(element, (value) => isOpen(value) || !isWhole(value, version))
    : [element];
  return lists.map(({ values, not }) => ({
    atom: resourceAtom(values, version, world),
    holds: !not,
  }));
}

/** Whether it has a `*` at the end of a part of an ARN before the last. */
export function isReadInTwoWays({ statement }: CompiledStatement): boolean {
  return (statement.resource?.values ?? []).some((one) => /^(?:[^:]*:){0,4}[^:]*\*:/.test(one));
}
