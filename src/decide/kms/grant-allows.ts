import type { KmsGrant } from '../../model/resource/kms.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Context } from '../context.ts';
import { kind, noGrants, type ResourceGrants } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import type { Principal } from '../principal.ts';
import { lesser } from '../grant-kind.ts';
import { maybe, no, yes, type Tri } from '../tri.ts';

/**
 * What a key's grants allow the caller (KMS Developer Guide, "Grants"). They only ever allow. What
 * the guide does not say is possible, not sure: whether a permissions boundary or a session policy
 * limits a grant, and whether a grantee of another account needs an Allow of its own.
 */
export function kmsGrants(
  request: PreparedRequest,
  grants: readonly KmsGrant[] = [],
): ResourceGrants {
  let { sure, possible } = noGrants;
  for (const grant of grants) {
    if (!grant.operations.some((name) => `kms:${name.toLowerCase()}` === request.action)) continue;
    const fits = lesser(
      isGrantee(grant.grantee, request.principal),
      meetsConstraints(grant, request),
    );
    if (fits === yes) sure |= kind.role;
    else if (fits === maybe) possible |= kind.role;
  }
  return { sure, possible };
}

function isGrantee(grantee: string, principal: Principal): Tri {
  switch (principal.kind) {
    case 'user':
    case 'federated-user':
    case 'root':
      return named(grantee === principal.arn || isRootOf(grantee, principal.account));
    case 'role':
      if (grantee === principal.arn || grantee === principal.session) return yes;
      if (isRootOf(grantee, principal.account)) return yes;
      return isRoleOrSession(grantee, principal);
    case 'service':
      return named(grantee === principal.name);
    case 'federated':
    case 'anonymous':
      return no;
  }
}

function isRootOf(grantee: string, account: string): boolean {
  return grantee === account || new RegExp(`^arn:[^:]*:iam::${account}:root$`).test(grantee);
}

/** A session's ARN has lost its role's path; without a session, any session of the role is meant. */
function isRoleOrSession(
  grantee: string,
  { account, name, session }: Extract<Principal, { kind: 'role' }>,
): Tri {
  const [, owner, type, path = ''] =
    /^arn:[^:]*:(?:iam|sts)::(\d{12}):(role|assumed-role)\/(.+)$/s.exec(grantee) ?? [];
  if (owner !== account) return no;
  if (type === 'role') return named(session !== undefined && path.split('/').at(-1) === name);
  return session === undefined && path.split('/')[0] === name ? maybe : no;
}

function named(holds: boolean): Tri {
  return holds ? yes : no;
}

/** Not asked for by DescribeKey and RetireGrant. */
const withoutContext: ReadonlySet<string> = new Set(['kms:describekey', 'kms:retiregrant']);

function meetsConstraints(
  { encryptionContextEquals, encryptionContextSubset }: KmsGrant,
  { action, context }: PreparedRequest,
): Tri {
  if (withoutContext.has(action)) return yes;
  if (encryptionContextEquals !== null) {
    const pairs = hasPairs(context, encryptionContextEquals);
    return lesser(pairs, hasNoOther(context, encryptionContextEquals));
  }
  return encryptionContextSubset === null ? yes : hasPairs(context, encryptionContextSubset);
}

function hasPairs(context: Context, wanted: Tags): Tri {
  return Object.entries(wanted).reduce<Tri>((all, [key, value]) => {
    const given = context.get(`kms:encryptioncontext:${key.toLowerCase()}`);
    if (given === 'unknown') return lesser(all, maybe);
    return lesser(all, named(given?.includes(value) === true));
  }, yes);
}

/** The keys of the encryption context, where the request says which there are. */
function hasNoOther(context: Context, wanted: Tags): Tri {
  const keys = context.get('kms:encryptioncontextkeys');
  if (keys === 'unknown' || keys === undefined) return maybe;
  return named(keys.every((key) => Object.hasOwn(wanted, key)));
}
