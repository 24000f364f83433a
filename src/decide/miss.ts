import type { ListElement, PrincipalElement } from '../model/policy.ts';
import { describeKeyValue } from './condition/describe-key-value.ts';
import type { CompiledStatement } from './compile-statement.ts';
import type { Miss } from './decision.ts';
import { granted } from './grant-kind.ts';
import { matchPrincipal, matchResource } from './match-statement.ts';
import type { PreparedRequest } from './prepared-request.ts';
import type { Principal } from './principal.ts';
import { no, yes, type Tri } from './tri.ts';

/**
 * The first element of a statement that does not surely fit: what it asks for, and what the request
 * has. `undefined` when all of it fits.
 */
export function firstMiss(
  statement: CompiledStatement,
  request: PreparedRequest,
): Miss | undefined {
  return (
    missWhere(statement, request, (fit) => fit === no) ?? missWhere(statement, request, unsure)
  );
}

/** How near a statement that misses came to matching, 0 nearest; `undefined`: not near at all. */
export function distance(miss: Miss): number | undefined {
  switch (miss.element) {
    case 'condition':
    case 'document':
      return 0;
    case 'principal':
      return 1;
    case 'resource':
      return 2;
    case 'action':
      return undefined;
  }
}

function unsure(fit: Tri): boolean {
  return fit !== yes;
}

function missWhere(
  one: CompiledStatement,
  request: PreparedRequest,
  misses: (fit: Tri) => boolean,
): Miss | undefined {
  const { source, statement } = one;
  const miss = (element: Miss['element'], expected: string, actual: string): Miss => ({
    statement: source,
    element,
    expected,
    actual,
  });
  if (!one.actionMatches(request.action)) {
    return miss('action', listText(statement.action), request.action);
  }
  if (misses(matchResource(one, request))) {
    return miss('resource', listText(statement.resource), request.resource);
  }
  if (needsPrincipal(one) && misses(granted(matchPrincipal(one, request)))) {
    const { principal } = statement;
    return miss(
      'principal',
      principal ? principalText(principal) : 'no Principal',
      callerText(request.principal),
    );
  }
  for (const condition of one.conditions) {
    if (!misses(condition.holds(request.context))) continue;
    const { operator, values } = condition.source;
    const actual = describeKeyValue(request.context.get(condition.key));
    const expected = `${operator} ${values.map((value) => `'${value}'`).join(', ')}`;
    return { ...miss('condition', expected, actual), condition: condition.source };
  }
  return one.odd !== undefined && misses(1)
    ? miss('document', 'a form that is understood', one.odd)
    : undefined;
}

function needsPrincipal({ source }: CompiledStatement): boolean {
  return source.layer === 'resource' || source.layer === 'endpoint';
}

function listText(element: ListElement | undefined): string {
  if (element === undefined) return 'no Resource';
  return `${element.not ? 'anything but ' : ''}${element.values.join(', ')}`;
}

function principalText(element: PrincipalElement): string {
  const { everyone, aws, service, federated, canonicalUser, not } = element;
  const names = [...(everyone ? ['*'] : []), ...aws, ...service, ...federated, ...canonicalUser];
  return `${not ? 'anybody but ' : ''}${names.join(', ')}`;
}

/** What to call a caller in a sentence. */
export function callerText(principal: Principal): string {
  switch (principal.kind) {
    case 'user':
    case 'federated-user':
    case 'root':
      return principal.arn;
    case 'role':
      return principal.session ?? principal.arn;
    case 'service':
      return principal.name;
    case 'federated':
      return principal.provider;
    case 'anonymous':
      return 'an anonymous caller';
  }
}
