import type { CompiledStatement } from '../decide/compile-statement.ts';
import { granted } from '../decide/grant-kind.ts';
import { matchPrincipal } from '../decide/match-statement.ts';
import type { PreparedRequest } from '../decide/prepared-request.ts';
import { parsePrincipalName, type Principal } from '../decide/principal.ts';
import { maybe, yes, type Tri } from '../decide/tri.ts';

/** Somebody who may make the request: a certain principal, and how to call him. */
export interface Caller {
  readonly name: string | { readonly service: string };
  readonly principal: Principal;
}

/** Whether a statement's principal, if its layer has one, names the caller. */
export function namesCaller(statement: CompiledStatement, caller: Caller): Tri {
  const { layer } = statement.source;
  // A principal has no place in other policies; what AWS makes of it is not known.
  if (layer !== 'resource' && layer !== 'endpoint') return statement.principal ? maybe : yes;
  // Nothing but the caller is looked at.
  const request = { principal: caller.principal, bounded: false } as PreparedRequest;
  return granted(matchPrincipal(statement, request));
}

/** Accounts that policies hardly ever mention. */
export const strangers = ['999999999999', '999999999998', '999999999997', '999999999996'];

/** An account that none of the texts mentions. */
export function strangeAccount(texts: string): string {
  return strangers.find((one) => !texts.includes(one)) ?? '987654321098';
}

export function callerOf(name: Caller['name']): Caller | undefined {
  if (typeof name !== 'string') return { name, principal: { kind: 'service', name: name.service } };
  const principal = parsePrincipalName(name);
  return principal && { name, principal };
}

/** Principals that the policy lets in, and that nobody can be asked about, e.g. of CloudFront. */
export function unaskable({ statement, allows }: CompiledStatement): readonly string[] {
  if (!allows || statement.principal === undefined) return [];
  return statement.principal.aws.filter(
    // Ids in place of names are those of deleted principals, which get in nowhere.
    (name) =>
      !/[*?]/.test(name) && !/^A(ID|RO)A/.test(name) && parsePrincipalName(name) === undefined,
  );
}
