import type { CompiledStatement } from '../decide/compile-statement.ts';
import { isVariable, parseTemplate } from '../decide/variables.ts';
import type { Policy } from '../model/policy.ts';

const ofStatements = new WeakMap<CompiledStatement, readonly string[]>();

/** Keys of the policy variables of a statement, in lower case. */
export function variablesIn(compiled: CompiledStatement): readonly string[] {
  const known = ofStatements.get(compiled) ?? listVariables(compiled);
  ofStatements.set(compiled, known);
  return known;
}

function listVariables({ statement, version }: CompiledStatement): readonly string[] {
  const values = [
    ...(statement.resource?.values ?? []),
    ...statement.conditions.flatMap((one) => one.values),
  ];
  return values.flatMap((value) => keysInText(value, version));
}

/** The same of one value. */
export function keysInText(value: string, version: Policy['version']): readonly string[] {
  if (version !== '2012-10-17' || !value.includes('${')) return [];
  const { parts } = parseTemplate(value, { variables: true, wildcards: true });
  return parts.filter(isVariable).map(({ variable }) => variable);
}
