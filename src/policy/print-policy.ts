import type { JsonObject, JsonValue } from '../model/json.ts';
import type {
  Condition,
  ListElement,
  Policy,
  PrincipalElement,
  Statement,
} from '../model/policy.ts';

/** The document that a parsed policy stands for, every value in a list. */
export function printPolicy({ version, statements }: Policy): JsonObject {
  return {
    ...(version !== 'missing' && version !== 'other' && { Version: version }),
    Statement: statements.map(printStatement),
  };
}

function printStatement(statement: Statement): JsonObject {
  const { sid, effect, principal, action, resource, conditions } = statement;
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(principal && { [named('Principal', principal.not)]: printPrincipal(principal) }),
    ...printList('Action', action),
    ...(resource && printList('Resource', resource)),
    ...(conditions.length > 0 && { Condition: printConditions(conditions) }),
  };
}

/** Names come from documents: one may be `__proto__`, which an assignment would not keep. */
function printConditions(conditions: readonly Condition[]): JsonObject {
  const blocks = new Map<string, [string, JsonValue][]>();
  for (const { operator, key, values } of conditions) {
    const block = blocks.get(operator);
    if (block === undefined) blocks.set(operator, [[key, values]]);
    else block.push([key, values]);
  }
  return Object.fromEntries(
    [...blocks].map(([operator, keys]) => [operator, Object.fromEntries(keys)]),
  );
}

function printList(name: string, { not, values }: ListElement): JsonObject {
  return { [named(name, not)]: values };
}

function named(name: string, not: boolean): string {
  return not ? `Not${name}` : name;
}

function printPrincipal(principal: PrincipalElement): JsonValue {
  if (principal.everyone) return '*';
  const { aws, service, federated, canonicalUser } = principal;
  return {
    ...(aws.length > 0 && { AWS: aws }),
    ...(service.length > 0 && { Service: service }),
    ...(federated.length > 0 && { Federated: federated }),
    ...(canonicalUser.length > 0 && { CanonicalUser: canonicalUser }),
  };
}
