import type { ContextValue } from '../../decide/context.ts';
import type { Condition } from '../../model/policy.ts';
import { globMatches, globsMeet } from '../../policy/glob.ts';
import { parseOperator } from '../../policy/operator.ts';
import { Budget } from '../budget.ts';
import type { Domain } from '../domain.ts';
import { findValue } from '../find-value.ts';
import { variablesIn } from '../variables-in.ts';
import type { AccessQuestion, FoundContext } from './access-question.ts';
import { exactly, type Area } from './area.ts';
import type { Choice, Route } from './route.ts';

/** A request that may well be allowed; whether it is, the concrete engine says. */
export interface Guess {
  readonly resource: string;
  readonly context: FoundContext;
}

const most = 6;

/**
 * Requests that the statements of a route name themselves, with something for every wildcard. Most
 * access that is there at all is found so, without a search.
 */
export function guessesOf(
  question: AccessQuestion,
  area: Area,
  { route, avoid }: { readonly route: Route; readonly avoid: readonly Choice[] },
): readonly Guess[] {
  const chosen = route.flatMap(({ choices }) => choices.slice(0, 1));
  const resources = new Set(
    [...route.flatMap(({ choices }) => choices), ...chosen]
      .flatMap((one) => resourcesOf(one, question))
      .concat(area.patterns)
      .flatMap((one) => [filled(one), ...met(one, area)])
      .filter((one) => isInside(one, area)),
  );
  const least = leastContext([...route.flatMap(({ choices }) => choices), ...avoid], question);
  const wanted = { ...wantedContext(chosen, question), ...grantedContext(question) };
  return [...resources]
    .slice(0, most)
    .flatMap((resource) => [
      { resource, context: least },
      ...(Object.keys(wanted).length > 0 ? [{ resource, context: { ...least, ...wanted } }] : []),
    ]);
}

function resourcesOf({ statement }: Choice, question: AccessQuestion): readonly string[] {
  const { resource } = statement.statement;
  if (resource === undefined || resource.not) return [];
  return resource.values.map((value) =>
    value.replace(/\$\{([^},]+)[^}]*\}/g, (_, key: string) => {
      const domain = question.domainOf(key.trim().toLowerCase());
      return domain.is === 'fixed' ? (domain.values?.[0] ?? 'x') : 'x';
    }),
  );
}

function filled(pattern: string): string {
  return pattern.replace(/[*?]/g, 'x');
}

/** What fits the pattern and the narrowest of the area's as well, if anything does. */
function met(pattern: string, { patterns }: Area): readonly string[] {
  const narrowest = patterns.reduce((a, b) => (b.length > a.length ? b : a), '*');
  const text = globsMeet(pattern, narrowest);
  if (text === undefined) return [];
  return pattern.endsWith('*') && narrowest.endsWith('*') ? [`${text}x`] : [text];
}

/** A quick look; whoever takes the guess makes sure of it. */
function isInside(resource: string, { patterns, type }: Area): boolean {
  if (type === undefined) return true;
  return (
    patterns.every((one) => globMatches(one, resource)) &&
    (typeof type !== 'object' || globMatches(type.arn, resource))
  );
}

/** Some value for each key that is asked for and that no request of the caller lacks. */
function leastContext(choices: readonly Choice[], question: AccessQuestion): FoundContext {
  const keys = new Set(
    choices.flatMap(({ statement }) => [
      ...statement.conditions.map(({ key }) => key.toLowerCase()),
      ...variablesIn(statement),
    ]),
  );
  const entries = [...keys].flatMap((key): readonly [string, ContextValue][] => {
    const domain = question.domainOf(key);
    if (domain.is === 'fixed' || domain.missing !== 'never') return [];
    const found = findValue(domain.demands, new Budget(steps));
    return typeof found === 'object' ? [[key, found.value]] : [];
  });
  return Object.fromEntries(entries);
}

const steps = 1000;

/** What the conditions of the statements ask for themselves, as far as the caller can have it. */
function wantedContext(chosen: readonly Choice[], question: AccessQuestion): FoundContext {
  const entries = chosen
    .flatMap(({ statement }) => statement.statement.conditions)
    .flatMap((one) => valueFor(one))
    .filter(([key, value]) => isPossible(value, question.domainOf(key)));
  return Object.fromEntries(entries);
}

/** The encryption context that the grants of a key ask for, if they all ask for the same. */
function grantedContext({ set, domainOf }: AccessQuestion): FoundContext {
  const wanted = (set.settings.kms?.grants ?? []).flatMap((grant) =>
    Object.entries(grant.encryptionContextEquals ?? grant.encryptionContextSubset ?? {}),
  );
  if (wanted.length === 0) return {};
  const names = [...new Set(wanted.map(([name]) => name))];
  const pairs = wanted.map(([name, value]): [string, ContextValue] => [
    `kms:encryptioncontext:${name.toLowerCase()}`,
    value,
  ]);
  const all = [...pairs, ['kms:encryptioncontextkeys', names] as const];
  return Object.fromEntries(all.filter(([key, value]) => isPossible(value, domainOf(key))));
}

function isPossible(value: ContextValue, domain: Domain): boolean {
  if (domain.is === 'fixed' || domain.missing === 'always') return false;
  if (domain.demands.length === 0) return true;
  return [value].flat().every((one) => {
    const found = findValue([...domain.demands, exactly(String(one))], new Budget(steps));
    return typeof found === 'object';
  });
}

function valueFor({ operator, key, values }: Condition): readonly [string, ContextValue][] {
  const read = parseOperator(operator);
  const [first] = values;
  if (read === undefined || read.negated || read.base === 'Null' || first === undefined) return [];
  const value = filled(read.base === 'IpAddress' ? first.replace(/\/\d+$/, '') : first);
  return [[key.toLowerCase(), read.set === 'none' ? value : [value]]];
}
