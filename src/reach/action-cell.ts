import type { CompiledStatement } from '../decide/compile-statement.ts';
import { actionsOf, type ActionFacts, type ResourceType } from '../facts/action-facts.ts';
import { serviceNames } from '../facts/service-facts.ts';

/** Actions that the same statements match and that work on the same type of resource. */
export interface ActionCell {
  /** One of them, as AWS writes it. */
  readonly action: string;
  /** Undefined: on no resource in particular; `unknown`: the reference does not know the action. */
  readonly type: ResourceType | undefined | 'unknown';
  /** Indexes of the statements that match. */
  readonly matches: ReadonlySet<number>;
}

/**
 * Every action of AWS, as far as the statements tell it from others. Services that no statement
 * names are alike, so one of them stands for all.
 */
export function actionCells(
  statements: readonly CompiledStatement[],
  concerns: (action: string) => boolean = () => true,
): readonly ActionCell[] {
  const cells = new Map<string, ActionCell>();
  for (const { name, types } of askedActions(statements)) {
    const lower = name.toLowerCase();
    if (!concerns(lower)) continue;
    const matches = statements.flatMap((one, index) => (one.actionMatches(lower) ? [index] : []));
    if (matches.length === 0) continue;
    for (const type of types) {
      const key = `${matches.join()} ${typeKey(type)}`;
      if (!cells.has(key)) cells.set(key, { action: name, type, matches: new Set(matches) });
    }
  }
  return [...cells.values()];
}

function typeKey(type: ActionCell['type']): string {
  return typeof type === 'object' ? `${type.service} ${type.name}` : String(type);
}

interface AskedAction {
  readonly name: string;
  readonly types: readonly ActionCell['type'][];
}

function askedActions(statements: readonly CompiledStatement[]): readonly AskedAction[] {
  const patterns = statements.flatMap(({ statement }) =>
    statement.action.values.map((value) => value.toLowerCase()),
  );
  const services = namedServices(statements, patterns);
  const known = [...services].flatMap((service) => [...actionsOf(service).values()].map(asked));
  // Actions that AWS may have one day, and patterns for them.
  const future = patterns
    .filter((one) => one.includes(':') && !one.startsWith('*'))
    .map((one) => one.replaceAll('*', '').replaceAll('?', 'x'))
    .filter((one) => !actionsOf(one.split(':')[0] ?? '').has(one))
    .filter((one) => !known.some(({ name }) => matchesLike(name, one)))
    .map((name): AskedAction => ({
      name: name.endsWith(':') ? `${name}x` : name,
      types: ['unknown'],
    }));
  return [...known, ...future];
}

/** A pattern that some real action fits needs no made-up one. */
function matchesLike(name: string, made: string): boolean {
  return made.endsWith(':') && name.toLowerCase().startsWith(made);
}

function asked({ action, resourceTypes }: ActionFacts): AskedAction {
  return { name: action, types: resourceTypes.length === 0 ? [undefined] : resourceTypes };
}

/** Those that actions or resources name, and one that none does. */
function namedServices(
  statements: readonly CompiledStatement[],
  patterns: readonly string[],
): ReadonlySet<string> {
  const prefixes = patterns.map((one) => one.slice(0, Math.max(0, one.indexOf(':'))));
  if (prefixes.some((one) => one !== '' && /[*?]/.test(one))) return new Set(serviceNames());
  const services = new Set(prefixes.filter((one) => one !== ''));
  const wide = statements.some(
    ({ statement: { action } }) => action.not || action.values.some((one) => /^\*+$/.test(one)),
  );
  if (!wide) return services;
  for (const { statement } of statements) {
    for (const value of statement.resource?.values ?? []) {
      for (const service of servicesOfArn(value.split(':')[2] ?? '')) services.add(service);
    }
  }
  const other = serviceNames().find((one) => !services.has(one) && hasBothKinds(one));
  if (other !== undefined) services.add(other);
  return services;
}

function hasBothKinds(service: string): boolean {
  const actions = [...actionsOf(service).values()];
  return (
    actions.some(({ resourceTypes }) => resourceTypes.length === 0) &&
    actions.some(({ resourceTypes }) => resourceTypes.length > 0)
  );
}

let byArn: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Services with resources whose ARNs name `service`; the names differ for some. */
function servicesOfArn(service: string): readonly string[] {
  if (/[*?]/.test(service)) return serviceNames();
  if (byArn === undefined) {
    const all = new Map<string, Set<string>>();
    for (const name of serviceNames()) {
      for (const { resourceTypes } of actionsOf(name).values()) {
        for (const { arn } of resourceTypes) {
          const owner = arn.split(':')[2] ?? '';
          all.set(owner, (all.get(owner) ?? new Set()).add(name));
        }
      }
    }
    byArn = all;
  }
  return [...(byArn.get(service) ?? [])];
}
