import { isUnread, type Observed } from '../../model/observed.ts';
import type { AttachedPolicy, NamedPolicy } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourcedPolicy } from '../../decide/policy-set.ts';
import type { Account } from '../account.ts';
import { sourced, unreadPolicy, unreadText } from './sourced-policy.ts';

/** A principal's own policies; what could not be read is there as an unread policy. */
export interface PrincipalPolicies {
  readonly identity: readonly SourcedPolicy[];
  readonly boundary: readonly SourcedPolicy[] | undefined;
}

export function rolePolicies(account: Account, role: Resource<'iam.role'>): PrincipalPolicies {
  return {
    identity: [
      ...inlinePolicies(role.name, role.inlinePolicies),
      ...attachedPolicies(account, role.name, role.attachedPolicies),
    ],
    boundary: boundaryOf(account, role.permissionsBoundary),
  };
}

/** Those of the groups too. */
export function userPolicies(account: Account, user: Resource<'iam.user'>): PrincipalPolicies {
  return {
    identity: [
      ...inlinePolicies(user.name, user.inlinePolicies),
      ...attachedPolicies(account, user.name, user.attachedPolicies),
      ...groupPolicies(account, user),
    ],
    boundary: boundaryOf(account, user.permissionsBoundary),
  };
}

function groupPolicies(
  account: Account,
  { name, groups }: Resource<'iam.user'>,
): readonly SourcedPolicy[] {
  return listOf(groups, `the groups of ${name}`, (names) =>
    names.flatMap((one) => {
      const group = account.all('iam.group').find((each) => each.name === one);
      if (group === undefined) return [unreadPolicy(`group ${one}`, 'not in the snapshot')];
      return [
        ...inlinePolicies(`group ${one}`, group.inlinePolicies),
        ...attachedPolicies(account, `group ${one}`, group.attachedPolicies),
      ];
    }),
  );
}

function inlinePolicies(
  owner: string,
  policies: Observed<readonly NamedPolicy[]>,
): readonly SourcedPolicy[] {
  return listOf(policies, `the inline policies of ${owner}`, (list) =>
    list.map((one) => sourced(`inline policy ${one.name} of ${owner}`, one)),
  );
}

function attachedPolicies(
  account: Account,
  owner: string,
  policies: Observed<readonly AttachedPolicy[]>,
): readonly SourcedPolicy[] {
  return listOf(policies, `the attached policies of ${owner}`, (list) =>
    list.map(({ arn }) => managedPolicy(account, arn)),
  );
}

function boundaryOf(
  account: Account,
  boundary: Observed<string>,
): readonly SourcedPolicy[] | undefined {
  if (isUnread(boundary)) return [unreadPolicy('the permissions boundary', unreadText(boundary))];
  return boundary.state === 'present' ? [managedPolicy(account, boundary.value)] : undefined;
}

/** The document behind a managed policy; an unread one if the snapshot does not have it. */
export function managedPolicy(account: Account, arn: string): SourcedPolicy {
  const document = account.find('iam.policy', arn)?.document;
  if (document?.state === 'present') return sourced(arn, document.value);
  const why =
    document !== undefined && isUnread(document) ? unreadText(document) : 'not in the snapshot';
  return unreadPolicy(arn, why);
}

function listOf<T>(
  observed: Observed<readonly T[]>,
  what: string,
  read: (list: readonly T[]) => readonly SourcedPolicy[],
): readonly SourcedPolicy[] {
  if (isUnread(observed)) return [unreadPolicy(what, unreadText(observed))];
  return observed.state === 'present' ? read(observed.value) : [];
}
