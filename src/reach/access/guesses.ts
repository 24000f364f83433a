import type { ContextValue } from '../../decide/context.ts';
import type { Condition } from '../../model/policy.ts';
import { globMatches } from '../../policy/glob.ts';
import { parseOperator } from '../../policy/operator.ts';
import type { AccessQuestion, FoundContext } from './access-question.ts';
import type { Area } from './area.ts';
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
export function guessesOf(question: AccessQuestion, area: Area, route: Route): readonly Guess[] {
  const chosen = route.flatMap(({ choices }) => choices.slice(0, 1));
  const resources = new Set(
    [...route.flatMap(({ choices }) => choices), ...chosen]
      .flatMap((one) => resourcesOf(one, question))
      .concat(area.patterns)
      .map(filled)
      .filter((one) => isInside(one, area)),
  );
  const context = contextOf(chosen, question);
  return [...resources]
    .slice(0, most)
    .flatMap((resource) => [
      { resource, context: {} },
      ...(Object.keys(context).length > 0 ? [{ resource, context }] : []),
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

/** A quick look; whoever takes the guess makes sure of it. */
function isInside(resource: string, { patterns, type }: Area): boolean {
  if (type === undefined) return true;
  return (
    patterns.every((one) => globMatches(one, resource)) &&
    (typeof type !== 'object' || globMatches(type.arn, resource))
  );
}

function contextOf(chosen: readonly Choice[], question: AccessQuestion): FoundContext {
  const entries = chosen
    .flatMap(({ statement }) => statement.statement.conditions)
    .filter(({ key }) => question.domainOf(key.toLowerCase()).is === 'open')
    .flatMap((one) => valueFor(one));
  return Object.fromEntries(entries);
}

function valueFor({ operator, key, values }: Condition): readonly [string, ContextValue][] {
  const read = parseOperator(operator);
  const [first] = values;
  if (read === undefined || read.negated || read.base === 'Null' || first === undefined) return [];
  const value = filled(read.base === 'IpAddress' ? first.replace(/\/\d+$/, '') : first);
  return [[key.toLowerCase(), read.set === 'none' ? value : [value]]];
}
