import { serviceLine, serviceNames, type ServiceLine } from './service-facts.ts';

/** What AWS's service authorization reference says of one action. */
export interface ActionFacts {
  /** As written there, with its service, e.g. `s3:GetObject`. */
  readonly action: string;
  readonly accessLevel: string;
  /** None: the action knows only the resource `*`. */
  readonly resourceTypes: readonly ResourceType[];
  /** Keys that the action supports beside the global ones, those of its resource types included. */
  readonly conditionKeys: readonly string[];
}

/** A type of resource, e.g. `topic` of `sns`. */
export interface ResourceType {
  readonly name: string;
  readonly service: string;
  /** Pattern with `*` where an ARN of the type varies, e.g. `arn:*:sns:*:*:*`. */
  readonly arn: string;
}

const services = new Map<string, ReadonlyMap<string, ActionFacts>>();

/** `action` with its service, in any case. Undefined for what the reference does not know. */
export function actionFacts(action: string): ActionFacts | undefined {
  const name = action.toLowerCase();
  return actionsOf(name.slice(0, Math.max(0, name.indexOf(':')))).get(name);
}

/** By name in lower case; empty for a service that the reference does not know. */
export function actionsOf(service: string): ReadonlyMap<string, ActionFacts> {
  const known = services.get(service);
  if (known !== undefined) return known;
  const line = serviceLine(service);
  const actions = line === undefined ? new Map<string, ActionFacts>() : readActions(line);
  // Names that are no service come from policies; there is no end of them.
  if (line !== undefined) services.set(service, actions);
  return actions;
}

/** Every action of AWS, e.g. `s3:GetObject`. */
export function allActions(): readonly string[] {
  return serviceNames().flatMap((service) =>
    [...actionsOf(service).values()].map(({ action }) => action),
  );
}

function readActions({ service, types, keys, actions }: ServiceLine): Map<string, ActionFacts> {
  const resourceTypes = types.map(([name, arn]): ResourceType => ({ name, service, arn }));
  const typeKeys = types.map(([, , own]) => own);
  return new Map(
    actions.map(([name, accessLevel, ofTypes, ofKeys]) => {
      const own = new Set([...ofKeys, ...ofTypes.flatMap((index) => typeKeys[index] ?? [])]);
      const facts = {
        action: `${service}:${name}`,
        accessLevel,
        resourceTypes: ofTypes.flatMap((index) => resourceTypes[index] ?? []),
        conditionKeys: [...own].flatMap((index) => keys[index]?.[0] ?? []),
      };
      return [facts.action.toLowerCase(), facts];
    }),
  );
}
