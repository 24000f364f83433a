import type { Resource } from '../../model/resource.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { SourcedPolicy } from '../../decide/policy-set.ts';
import type { Principal } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import { rolePolicies, userPolicies, type PrincipalPolicies } from './principal-policies.ts';
import { tagsOf } from './resource-tags.ts';
import { allowEverything, unreadPolicy } from './sourced-policy.ts';

/** What stands on the caller's side of a request. */
export interface PrincipalSide {
  readonly principal: Principal;
  readonly policies: PrincipalPolicies;
  /** Undefined: none. */
  readonly tags: Tags | undefined | 'unknown';
  /** As in aws:userid, where it is known. */
  readonly userId?: string;
  /** What is taken for granted about the caller. */
  readonly assumptions: readonly string[];
}

export function principalSide(account: Account, principal: Principal): PrincipalSide {
  const none: PrincipalPolicies = { identity: [], boundary: undefined };
  const bare = { principal, policies: none, tags: undefined, assumptions: [] };
  if (!('account' in principal)) return bare;
  if (principal.account !== account.id) return outsider(principal);
  switch (principal.kind) {
    case 'root':
      return bare;
    case 'user':
      return userSide(account, principal);
    case 'role':
      return roleSide(account, principal);
    case 'federated-user':
      return {
        ...bare,
        policies: { ...none, identity: [unread(principal.arn, 'the user behind it is not known')] },
        tags: 'unknown',
      };
  }
}

function outsider(principal: Extract<Principal, { account: string }>): PrincipalSide {
  return {
    principal,
    policies: { identity: [allowEverything], boundary: undefined },
    tags: 'unknown',
    assumptions: [`account ${principal.account} lets its own principals do this`],
  };
}

function userSide(
  account: Account,
  principal: Extract<Principal, { kind: 'user' }>,
): PrincipalSide {
  const user = account.find('iam.user', principal.arn);
  if (user === undefined) return absentSide(account, principal);
  const { uniqueId } = user;
  return {
    principal,
    policies: userPolicies(account, user),
    tags: tagsOf(user.tags),
    ...(uniqueId.state === 'present' && { userId: uniqueId.value }),
    assumptions: [],
  };
}

function roleSide(
  account: Account,
  principal: Extract<Principal, { kind: 'role' }>,
): PrincipalSide {
  const role =
    principal.session === undefined
      ? account.find('iam.role', principal.arn)
      : account.all('iam.role').find((one) => one.name === principal.name);
  if (role === undefined) return absentSide(account, principal);
  return {
    principal: {
      ...principal,
      arn: role.id,
      serviceLinked: role.id.includes(':role/aws-service-role/'),
    },
    policies: rolePolicies(account, role),
    tags: tagsOf(role.tags),
    ...userIdOf(role, principal.session),
    assumptions: ['the session of the role has no session policy and no session tags'],
  };
}

/** A session's id is that of its role and its own name. */
function userIdOf({ uniqueId }: Resource<'iam.role'>, session: string | undefined) {
  if (session === undefined || uniqueId.state !== 'present') return {};
  return { userId: `${uniqueId.value}:${session.slice(session.lastIndexOf('/') + 1)}` };
}

function absentSide(
  account: Account,
  principal: Extract<Principal, { arn: string }>,
): PrincipalSide {
  const kind = principal.kind === 'user' ? 'iam.user' : 'iam.role';
  const complete = account.gaps(kind).length === 0;
  const why = complete ? 'there is no such principal' : 'it is not in the snapshot';
  return {
    principal,
    policies: { identity: [unread(principal.arn, why)], boundary: undefined },
    tags: 'unknown',
    assumptions: [],
  };
}

function unread(arn: string, why: string): SourcedPolicy {
  return unreadPolicy(`the policies of ${arn}`, why);
}
