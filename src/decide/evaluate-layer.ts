import type { CompiledLayer } from './compile-policy-set.ts';
import type { CompiledStatement } from './compile-statement.ts';
import { granted, noGrants, type ResourceGrants } from './grant-kind.ts';
import { matchPrincipal, matchRest, matchStatement } from './match-statement.ts';
import type { PreparedRequest } from './prepared-request.ts';
import { lesser, maybe, no, yes, type Tri } from './tri.ts';

/** Whether some statement of the layer denies the request. */
export function denies(layer: CompiledLayer | undefined, request: PreparedRequest): Tri {
  if (layer === undefined) return no;
  let result: Tri = layer.unread.length > 0 ? maybe : no;
  for (const statement of layer.denying.of(request.action)) {
    const match = fits(statement, request);
    if (match === yes) return yes;
    if (match > result) result = match;
  }
  return result;
}

/** Whether some statement of the layer allows the request; a layer that does not apply does. */
export function allows(layer: CompiledLayer | undefined, request: PreparedRequest): Tri {
  if (layer === undefined) return yes;
  let result: Tri = layer.unread.length > 0 ? maybe : no;
  for (const statement of layer.allowing.of(request.action)) {
    const match = fits(statement, request);
    if (match === yes) return yes;
    if (match > result) result = match;
  }
  return result;
}

/** Every way in which statements of a resource policy grant the request. */
export function grantsOf(layer: CompiledLayer, request: PreparedRequest): ResourceGrants {
  let { sure, possible } = noGrants;
  if (layer.unread.length > 0) possible = allKinds;
  for (const statement of layer.allowing.of(request.action)) {
    const named = matchPrincipal(statement, request);
    if (named.sure === 0 && named.possible === 0) continue;
    const match = matchRest(statement, request);
    if (match === no) continue;
    if (match === yes) sure |= named.sure;
    else possible |= named.sure;
    possible |= named.possible;
  }
  return { sure, possible };
}

const allKinds = 255;

/** The same for a statement whose action is known to fit. */
function fits(statement: CompiledStatement, request: PreparedRequest): Tri {
  const match = matchRest(statement, request);
  return match === no ? no : lesser(match, principalFits(statement, request));
}

/** The whole statement, its principal too where the layer has one. */
export function matches(statement: CompiledStatement, request: PreparedRequest): Tri {
  const match = matchStatement(statement, request);
  if (match === no) return no;
  return lesser(match, principalFits(statement, request));
}

function principalFits(statement: CompiledStatement, request: PreparedRequest): Tri {
  switch (statement.source.layer) {
    case 'resource':
    case 'endpoint':
      return granted(matchPrincipal(statement, request));
    case 'rcp':
      // `*` is the only principal that an RCP may have.
      return statement.principal === undefined ? yes : granted(matchPrincipal(statement, request));
    case 'identity':
    case 'boundary':
    case 'session':
    case 'scp':
      return statement.principal === undefined ? yes : maybe;
  }
}
