import { compileResourcePattern } from '../decide/resource-pattern.ts';
import { parseTemplate } from '../decide/variables.ts';
import type { Policy } from '../model/policy.ts';
import type { Atom, Atoms } from './atom.ts';
import { machineOf } from './text/machine.ts';
import { arnTokens, plainTokens, type Known, type PatternTokens } from './text/pattern-tokens.ts';

/** The variable of a request's resource. */
export const resourceVariable = 'resource';

export interface CubeWorld {
  readonly atoms: Atoms;
  readonly known: Known;
  /** Whether a `*` at the end of a part of an ARN takes colons; AWS is one or the other. */
  readonly loose: boolean;
}

/** Whether the resource is one of those listed. */
export function resourceAtom(
  values: readonly string[],
  version: Policy['version'],
  world: CubeWorld,
): Atom {
  const variables = version === '2012-10-17';
  const text = `resource\n${world.loose ? 'loose' : ''}\n${variables ? 'v' : ''}\n${[...values].sort().join('\n')}`;
  return world.atoms.intern(text, () => {
    const read = values.flatMap((value) => readings(value, variables, world));
    const odd = values.filter((value) => !isWhole(value, version));
    const reason = odd[0] && `the resource ${odd[0].slice(0, 200)} is not understood`;
    return {
      variable: resourceVariable,
      quantifier: 'one',
      set: {
        family: 'text',
        machine: machineOf(
          read.map((one) => one.tokens),
          false,
        ),
      },
      negated: false,
      onMissing: false,
      unsureOnMissing: false,
      unsure: odd.every(isOfService) ? undefined : reason,
      tooGreat: reason,
      variables: read.flatMap((one) => one.variables),
      compiled: undefined,
    };
  });
}

/** False: the concrete engine is not sure of it either. */
export function isWhole(value: string, version: Policy['version']): boolean {
  return compileResourcePattern(value, version === '2012-10-17').whole;
}

/** No more than an ARN that ends early, so that it is certain what it is not about. */
function isOfService(value: string): boolean {
  return /^arn:[^:]+:[^:*?${}]+:/.test(value);
}

/** All that the value may mean. */
function readings(
  value: string,
  variables: boolean,
  { known, loose }: CubeWorld,
): readonly PatternTokens[] {
  const { parts, whole, text } = compileResourcePattern(value, variables);
  if (/^\*+$/.test(text)) return [plainTokens(parts, known)];
  if (whole) return [arnTokens(parts, known, loose)];
  const written = parseTemplate(value, { variables, wildcards: true }).parts;
  return [plainTokens(parts, known), plainTokens(written, known)];
}
