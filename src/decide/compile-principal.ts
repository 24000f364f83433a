import type { PrincipalElement } from '../model/policy.ts';
import { globMatches } from '../policy/glob.ts';
import { kind, type KindBits, type ResourceGrants, noGrants } from './grant-kind.ts';
import type { Principal } from './principal.ts';

/** A `Principal` or `NotPrincipal` element, compiled once. */
export interface CompiledPrincipal {
  readonly not: boolean;
  /** How the listed names fit the caller, without regard to `not`. */
  named(principal: Principal): ResourceGrants;
  /** Whether the whole chain of names (session, role, account) that AWS checks is listed. */
  listsChain(principal: Principal): boolean;
}

interface Names {
  readonly everyone: boolean;
  readonly accounts: ReadonlySet<string>;
  readonly arns: ReadonlySet<string>;
  /** `account/name`: a session's ARN has lost its role's path. */
  readonly roles: ReadonlySet<string>;
  /** `account/name` of roles of which a single session is named. */
  readonly sessionsOf: ReadonlySet<string>;
  /** Accounts of which a user is named. */
  readonly usersOf: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly federated: ReadonlySet<string>;
  readonly canonical: boolean;
  /** AWS takes no wildcard in part of a principal; what such a name would reach is not sure. */
  readonly wildcards: readonly string[];
}

/**
 * AWS takes no wildcard in part of a name, so in an Allow such a name reaches nobody; in a Deny it
 * is possible that it does.
 */
export function compilePrincipal(
  element: PrincipalElement,
  effect: 'Allow' | 'Deny',
): CompiledPrincipal {
  const all = namesOf(element);
  const names = effect === 'Allow' && !element.not ? { ...all, wildcards: [] } : all;
  return {
    not: element.not,
    named: (principal) => fit(names, principal),
    listsChain: (principal) => listsChain(names, principal),
  };
}

function listsChain(names: Names, principal: Principal): boolean {
  const bits = fit({ ...names, wildcards: [], canonical: false }, principal).sure;
  const has = (...wanted: readonly KindBits[]): boolean =>
    wanted.every((bit) => (bits & bit) !== 0);
  if (has(kind.everyone)) return true;
  switch (principal.kind) {
    case 'user':
      return has(kind.user, kind.account);
    case 'role':
      return has(kind.role, kind.account, kind.session);
    case 'federated-user':
      return has(kind.session, kind.account);
    case 'root':
      return has(kind.account);
    case 'service':
      return has(kind.service);
    case 'federated':
      return has(kind.federated);
    case 'anonymous':
      return false;
  }
}

function namesOf(element: PrincipalElement): Names {
  const accounts = new Set<string>();
  const roles = new Set<string>();
  const sessionsOf = new Set<string>();
  const usersOf = new Set<string>();
  for (const name of element.aws.filter((one) => !/[*?]/.test(one))) {
    const account = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/.exec(name)?.[1];
    if (account !== undefined) accounts.add(account);
    const [, owner = '', type = '', path = ''] =
      /^arn:[^:]*:(?:iam|sts)::(\d{12}):(role|user|assumed-role)\/(.+)$/s.exec(name) ?? [];
    if (type === 'role') roles.add(`${owner}/${path.split('/').at(-1) ?? ''}`);
    if (type === 'user') usersOf.add(owner);
    if (type === 'assumed-role') sessionsOf.add(`${owner}/${path.split('/')[0] ?? ''}`);
  }
  return {
    everyone: element.everyone || element.aws.includes('*'),
    accounts,
    arns: new Set(element.aws),
    roles,
    sessionsOf,
    usersOf,
    services: new Set(element.service),
    federated: new Set(element.federated),
    canonical: element.canonicalUser.length > 0,
    wildcards: [...element.aws, ...element.service, ...element.federated].filter(
      (name) => name !== '*' && /[*?]/.test(name),
    ),
  };
}

function fit(names: Names, principal: Principal): ResourceGrants {
  const fits = fitOf(names, principal);
  let { sure, possible } = fits;
  if (names.everyone) sure |= kind.everyone;
  if ('account' in principal) {
    if (names.accounts.has(principal.account)) sure |= kind.account;
    // A canonical id is an account's, but which one it does not tell.
    if (names.canonical) possible |= kind.account;
  }
  if (names.wildcards.length > 0) possible |= wildcardFit(names.wildcards, principal);
  return sure === 0 && possible === 0 ? noGrants : { sure, possible };
}

function fitOf(names: Names, principal: Principal): ResourceGrants {
  switch (principal.kind) {
    case 'user':
      return surely(names.arns.has(principal.arn), kind.user);
    case 'role':
      return fitRole(names, principal);
    case 'federated-user':
      if (names.arns.has(principal.arn)) return surely(true, kind.session);
      // Whose session it is, its ARN does not tell.
      return { sure: 0, possible: names.usersOf.has(principal.account) ? kind.issuer : 0 };
    case 'root':
      return surely(names.arns.has(principal.arn), kind.account);
    case 'service':
      return surely(names.services.has(principal.name) || names.services.has('*'), kind.service);
    case 'federated':
      return surely(
        names.federated.has(principal.provider) || names.federated.has('*'),
        kind.federated,
      );
    case 'anonymous':
      return noGrants;
  }
}

function fitRole(names: Names, role: Extract<Principal, { kind: 'role' }>): ResourceGrants {
  const id = `${role.account}/${role.name}`;
  const named = role.session === undefined ? names.arns.has(role.arn) : names.roles.has(id);
  const session = role.session !== undefined && names.arns.has(role.session);
  // Asked for the role, not for one of its sessions: this may be the one that is named.
  const other = role.session === undefined && names.sessionsOf.has(id);
  return {
    sure: (named ? kind.role : 0) | (session ? kind.session : 0),
    possible: other ? kind.session : 0,
  };
}

function surely(holds: boolean, bit: KindBits): ResourceGrants {
  return holds ? { sure: bit, possible: 0 } : noGrants;
}

function wildcardFit(wildcards: readonly string[], principal: Principal): KindBits {
  const texts = textsOf(principal);
  const hit = wildcards.some((pattern) => texts.some((text) => globMatches(pattern, text)));
  return hit ? kind.account : 0;
}

function textsOf(principal: Principal): readonly string[] {
  switch (principal.kind) {
    case 'role':
      return principal.session === undefined ? [principal.arn] : [principal.arn, principal.session];
    case 'user':
    case 'federated-user':
    case 'root':
      return [principal.arn, principal.account];
    case 'service':
      return [principal.name];
    case 'federated':
      return [principal.provider];
    case 'anonymous':
      return [];
  }
}
