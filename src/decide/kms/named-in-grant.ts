import type { Principal } from '../principal.ts';
import { maybe, no, yes, type Tri } from '../tri.ts';

/** How the name of a grantee or a retiring principal fits the caller. */
export interface NameFit {
  /** The caller himself is named. */
  readonly itself: Tri;
  /** His account is named, by its root's ARN or its id. */
  readonly account: boolean;
}

/** `name`: an ARN, an account id or a service's name, as KMS keeps it in a grant. */
export function namedInGrant(name: string, principal: Principal): NameFit {
  return {
    itself: isItself(name, principal),
    account: 'account' in principal && principal.account === accountNamed(name),
  };
}

/** The account whose root's ARN, or whose id, this is. */
export function accountNamed(name: string): string | undefined {
  return /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1];
}

function isItself(name: string, principal: Principal): Tri {
  switch (principal.kind) {
    case 'user':
    case 'federated-user':
      return tri(name === principal.arn);
    case 'root':
      return tri(accountNamed(name) === principal.account);
    case 'role':
      return isRoleOrSession(name, principal);
    case 'service':
      return tri(name === principal.name);
    case 'federated':
    case 'anonymous':
      return no;
  }
}

/** A session's ARN has lost its role's path; without a session, any session of the role is meant. */
function isRoleOrSession(name: string, role: Extract<Principal, { kind: 'role' }>): Tri {
  if (name === role.arn || name === role.session) return yes;
  const [, owner, type, path = ''] =
    /^arn:[^:]*:(?:iam|sts)::(\d{12}):(role|assumed-role)\/(.+)$/s.exec(name) ?? [];
  if (owner !== role.account) return no;
  if (type === 'role')
    return tri(role.session !== undefined && path.split('/').at(-1) === role.name);
  return role.session === undefined && path.split('/')[0] === role.name ? maybe : no;
}

function tri(holds: boolean): Tri {
  return holds ? yes : no;
}
