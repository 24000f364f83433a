import type { CompiledStatement } from '../decide/compile-statement.ts';
import { actionsOf, type ActionFacts, type ResourceType } from '../facts/action-facts.ts';
import { serviceNames } from '../facts/service-facts.ts';
import { ActionClass } from './action-class.ts';
import {
  matchedActions,
  readActionList,
  type ActionList,
  type ActionNames,
} from './action-list.ts';

/** Actions that the same statements match and that work on the same type of resource. */
export interface ActionCell {
  /** One of them, as AWS writes it. */
  readonly action: string;
  /** Undefined: on no resource in particular; `unknown`: the reference does not know the action. */
  readonly type: ResourceType | undefined | 'unknown';
  /** Indexes of the statements that match. */
  readonly matches: ReadonlySet<number>;
}

export interface CellOptions {
  /** Actions that are asked about; all where it is left out. */
  readonly concerns?: ((action: string) => boolean) | undefined;
  /** ARN patterns that are asked about: their services are told apart, too. */
  readonly resources?: readonly string[] | undefined;
}

/**
 * Every action of AWS, as far as the statements tell it from others. Services that nobody names are
 * alike, so one of them stands for all.
 */
export function actionCells(
  statements: readonly CompiledStatement[],
  { concerns = () => true, resources = [] }: CellOptions = {},
): readonly ActionCell[] {
  const lists = statements.map(({ statement }) => readActionList(statement.action));
  const none = new ActionClass();
  const cells = new Map<ActionClass, Map<ActionCell['type'], ActionCell>>();
  const add = (action: string, types: readonly ActionCell['type'][], of: ActionClass): void => {
    const known = cells.get(of) ?? new Map<ActionCell['type'], ActionCell>();
    cells.set(of, known);
    for (const type of types) {
      if (!known.has(type)) known.set(type, { action, type, matches: of.matches });
    }
  };
  for (const service of namedServices(statements, lists, resources)) {
    const { names, facts } = actionsByName(service);
    const classes = facts.map(() => none);
    for (const [statement, list] of lists.entries()) {
      matchedActions(list, service, names, (index) => {
        classes[index] = (classes[index] ?? none).with(statement);
      });
    }
    for (const [index, { action, resourceTypes }] of facts.entries()) {
      const of = classes[index] ?? none;
      if (of === none || !concerns(names.all[index] ?? '')) continue;
      add(action, resourceTypes.length === 0 ? [undefined] : resourceTypes, of);
    }
  }
  for (const name of madeActions(lists)) {
    const matching = [...statements.keys()].filter((at) => statements[at]?.actionMatches(name));
    if (matching.length > 0 && concerns(name))
      add(
        name,
        ['unknown'],
        matching.reduce((of, one) => of.with(one), none),
      );
  }
  return [...cells.values()].flatMap((byType) => [...byType.values()]);
}

interface ServiceActions {
  readonly names: ActionNames;
  readonly facts: readonly ActionFacts[];
}

const byName = new WeakMap<ReadonlyMap<string, ActionFacts>, ServiceActions>();

function actionsByName(service: string): ServiceActions {
  const actions = actionsOf(service);
  const known = byName.get(actions);
  if (known !== undefined) return known;
  const all = [...actions.keys()];
  const indexes = new Map(all.map((name, index) => [name, index]));
  const made = { names: { all, indexes }, facts: [...actions.values()] };
  byName.set(actions, made);
  return made;
}

/** Actions that AWS may have one day, and patterns for them. */
function madeActions(lists: readonly ActionList[]): ReadonlySet<string> {
  const made = lists
    .flatMap(({ ofService, ofAny }) => [...[...ofService.values()].flat(), ...ofAny])
    .filter((one) => one.includes(':') && !one.startsWith('*'))
    .map((one) => one.replaceAll('*', '').replaceAll('?', 'x'))
    .filter((one) => !isKnown(one))
    .map((name) => (name.endsWith(':') ? `${name}x` : name));
  return new Set(made);
}

/** A pattern for all actions of a service needs no made-up one, if there are some. */
function isKnown(name: string): boolean {
  const actions = actionsOf(name.split(':')[0] ?? '');
  return name.endsWith(':') ? actions.size > 0 : actions.has(name);
}

/** Those that actions or resources name, and one that none does. */
function namedServices(
  statements: readonly CompiledStatement[],
  lists: readonly ActionList[],
  resources: readonly string[],
): ReadonlySet<string> {
  if (lists.some(({ ofAny }) => ofAny.some((one) => !/^\*+$/.test(one)))) {
    return new Set(serviceNames());
  }
  const services = new Set(lists.flatMap(({ ofService }) => [...ofService.keys()]));
  if (!lists.some(({ not, everything }) => not || everything)) return services;
  const values = statements.flatMap(({ statement }) => statement.resource?.values ?? []);
  for (const value of [...values, ...resources]) {
    for (const service of servicesOfArn(value.split(':')[2] ?? '')) services.add(service);
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
