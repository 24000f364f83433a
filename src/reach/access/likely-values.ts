import type { CompiledStatement } from '../../decide/compile-statement.ts';
import type { Domain } from '../domain.ts';
import { Budget } from '../budget.ts';
import { findValue } from '../find-value.ts';
import { exactly, type Areas } from './area.ts';

interface Known {
  readonly domainOf: (key: string) => Domain;
  readonly areas: Areas;
}

/**
 * Values of policy variables that statements may want: what the request has under the key that is
 * compared, or the part of the resource in the variable's place.
 */
export function likelyValues(
  statements: readonly CompiledStatement[],
  { domainOf, areas }: Known,
): ReadonlyMap<string, string> {
  const values = statements.flatMap(({ statement }) => [
    ...statement.conditions.flatMap((one) => compared(one, domainOf)),
    ...(statement.resource?.values ?? []).flatMap((one) => inPlace(one, areas)),
  ]);
  return new Map(values.filter(([key, value]) => isPossible(value, domainOf(key))));
}

type Likely = readonly [key: string, value: string];

function compared(
  condition: { readonly key: string; readonly values: readonly string[] },
  domainOf: Known['domainOf'],
): readonly Likely[] {
  const domain = domainOf(condition.key.toLowerCase());
  const [value, ...others] = (domain.is === 'fixed' ? domain.values : undefined) ?? [];
  if (value === undefined || others.length > 0) return [];
  return condition.values.flatMap((one): readonly Likely[] => {
    const variable = /^\$\{([^,{}]+)\}$/.exec(one)?.[1];
    return variable === undefined ? [] : [[variable.toLowerCase(), value]];
  });
}

function inPlace(pattern: string, { list }: Areas): readonly Likely[] {
  const [, start = '', variable] = /^([^$]*)\$\{([^,{}]+)\}/.exec(pattern) ?? [];
  if (variable === undefined) return [];
  return list.flatMap(({ prefix }): readonly Likely[] => {
    if (!prefix.startsWith(start)) return [];
    const [part = '', ...rest] = prefix.slice(start.length).split('/');
    return part === '' || rest.length === 0 ? [] : [[variable.toLowerCase(), part]];
  });
}

function isPossible(value: string, domain: Domain): boolean {
  if (domain.is === 'fixed' || domain.missing === 'always') return false;
  return typeof findValue([...domain.demands, exactly(value)], new Budget(1000)) === 'object';
}
