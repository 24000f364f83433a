import type { CaseRequest } from './case.ts';
import { CaseError } from './case-error.ts';
import { contextOf } from './context.ts';
import { derivedContext } from './derived-context.ts';
import { accountOf, parsePrincipalName, type Principal } from './principal.ts';
import type { Request } from './request.ts';

/** The request of a case. Throws `CaseError` for a principal that is none. */
export function requestOf(given: CaseRequest): Request {
  const principal = principalOf(given.principal);
  const resourceAccount =
    given.resourceAccount ?? accountInArn(given.resource) ?? accountOf(principal) ?? '';
  return {
    principal,
    action: given.action,
    resource: given.resource,
    resourceAccount,
    context: derivedContext(principal, resourceAccount, contextOf(given.context ?? {})),
  };
}

function accountInArn(resource: string): string | undefined {
  return /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(resource)?.[1];
}

/** Principals read before, by name: the same ones come again and again. */
const read = new Map<string, Principal>();
const mostRead = 10_000;

function principalOf(given: CaseRequest['principal']): Principal {
  if (typeof given !== 'string') {
    return 'service' in given
      ? { kind: 'service', name: given.service }
      : { kind: 'federated', provider: given.federated };
  }
  const known = read.get(given);
  if (known !== undefined) return known;
  const principal = parsePrincipalName(given);
  if (principal === undefined) throw new CaseError('bad-principal', notAPrincipal(given));
  if (read.size >= mostRead) read.clear();
  read.set(given, principal);
  return principal;
}

function notAPrincipal(given: string): string {
  return `/request/principal: ${JSON.stringify(given.slice(0, 200))} is no principal; give the ARN of a user, role, session or account root, "anonymous", {"service": NAME} or {"federated": NAME}`;
}
