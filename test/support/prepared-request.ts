import { contextOf, type ContextValue } from '../../src/decide/context.ts';
import { prepareRequest, type PreparedRequest } from '../../src/decide/prepared-request.ts';
import { parsePrincipalName, type Principal } from '../../src/decide/principal.ts';

export const own = '111122223333';
export const other = '444455556666';

export interface RequestParts {
  /** As in a case; the role Train of the own account unless given. */
  readonly principal?: string;
  readonly action: string;
  readonly resource: string;
  readonly context?: { readonly [key: string]: ContextValue };
  /** Keys of which nothing is known, in lower case. */
  readonly unknown?: readonly string[];
}

/** A request for a resource of the own account. */
export function preparedRequest(parts: RequestParts): PreparedRequest {
  const { principal = `arn:aws:iam::${own}:role/Train`, action, resource } = parts;
  const context = contextOf(parts.context ?? {}, parts.unknown);
  const request = { principal: principalOf(principal), action, resource, context };
  return prepareRequest({ ...request, resourceAccount: own }, false);
}

function principalOf(name: string): Principal {
  const principal = parsePrincipalName(name);
  if (principal === undefined) throw new Error(`${name} is no principal`);
  return principal;
}
