import type { CompiledResource, CompiledStatement } from './compile-statement.ts';
import { kind, noGrants, type ResourceGrants } from './grant-kind.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { maybe, no, yes, type Tri } from './tri.ts';

/** Whether action, resource and conditions of a statement fit the request; not its principal. */
export function matchStatement(statement: CompiledStatement, request: PreparedRequest): Tri {
  return statement.actionMatches(request.action) ? matchRest(statement, request) : no;
}

/** The same for a statement whose action is known to fit. */
export function matchRest(statement: CompiledStatement, request: PreparedRequest): Tri {
  let match: Tri = matchResource(statement, request);
  if (match === no) return no;
  for (const condition of statement.conditions) {
    const holds = condition.holds(request.context);
    if (holds === no) return no;
    if (holds < match) match = holds;
  }
  return statement.odd === undefined ? match : maybe;
}

export function matchResource(statement: CompiledStatement, request: PreparedRequest): Tri {
  const { resource } = statement;
  if (resource.patterns === undefined) {
    // Trust policies and others leave it out: the resource the policy hangs on is meant.
    return statement.source.layer === 'resource' ? yes : maybe;
  }
  if (request.withoutResource) return resource.everything !== resource.not ? yes : no;
  return matchList(resource, request, statement.allows);
}

function matchList(
  { not, patterns = [] }: CompiledResource,
  request: PreparedRequest,
  allows: boolean,
): Tri {
  let listed: Tri = no;
  for (const pattern of patterns) {
    const match = pattern.matches(request.resource, request.context);
    // A variable without a value matches no resource. Whether that leaves NotResource with all of
    // them or with none, the guide does not say: an Allow gives nothing then, a Deny may deny.
    if (match === 'no value') {
      if (not && allows) return no;
      if (not) listed = maybe;
      continue;
    }
    if (match === yes) return not ? no : yes;
    if (match > listed) listed = match;
  }
  if (!not) return listed;
  return listed === maybe ? maybe : yes;
}

/** How a statement with a principal names the caller; for `NotPrincipal` as everyone. */
export function matchPrincipal(
  statement: CompiledStatement,
  request: PreparedRequest,
): ResourceGrants {
  const { principal, allows } = statement;
  // AWS takes no such document: it lets nobody in, and may keep somebody out.
  if (principal === undefined) return allows ? noGrants : { sure: 0, possible: kind.everyone };
  const named = principal.named(request.principal);
  if (!principal.not) return named;
  if (allows) {
    if (named.sure !== 0) return noGrants;
    return named.possible !== 0
      ? { sure: 0, possible: kind.everyone }
      : { sure: kind.everyone, possible: 0 };
  }
  return exceptListed(statement, request, named);
}

/**
 * A Deny with `NotPrincipal` spares a caller only if session, role and account are all listed, and
 * none that has a permissions boundary (IAM: NotPrincipal; permissions boundaries).
 */
function exceptListed(
  { principal }: CompiledStatement,
  request: PreparedRequest,
  named: ResourceGrants,
): ResourceGrants {
  if (request.bounded) return { sure: kind.everyone, possible: 0 };
  if (principal?.listsChain(request.principal)) return noGrants;
  return named.sure === 0 && named.possible === 0
    ? { sure: kind.everyone, possible: 0 }
    : { sure: 0, possible: kind.everyone };
}
