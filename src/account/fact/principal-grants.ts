import { isUnread, notCollected, type Observed } from '../../model/observed.ts';
import type { AttachedPolicy, NamedPolicy } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { grantingPolicies, type GrantingPolicies } from './granting-policies.ts';

export interface Holder {
  /** ARN of a role or user. */
  readonly id: string;
  readonly inlinePolicies: Observed<readonly NamedPolicy[]>;
  readonly attachedPolicies: Observed<readonly AttachedPolicy[]>;
}

/** The policies of a role or user, and of the user's groups; inline ones of groups say so. */
export function principalGrants(account: Account, holder: Holder): GrantingPolicies {
  const { groups, missing } = groupsOf(account, holder.id);
  const own = policiesOf(account, holder, '');
  const ofGroups = groups.map((group) => policiesOf(account, group, ` of group ${group.name}`));
  const all = [own, ...ofGroups];
  return {
    policies: all.flatMap(({ policies }) => policies),
    missing: [...missing, ...all.flatMap((one) => one.missing)],
  };
}

function policiesOf(
  account: Account,
  { inlinePolicies, attachedPolicies }: Omit<Holder, 'id'>,
  of: string,
): GrantingPolicies {
  const missing: Missing[] = [];
  const read = <T>(what: string, observed: Observed<readonly T[]>): readonly T[] => {
    if (isUnread(observed)) missing.push({ what: `${what}${of}`, why: observed });
    return observed.state === 'present' ? observed.value : [];
  };
  const inline = read('inlinePolicies', inlinePolicies).map((one) => ({
    ...one,
    name: `${one.name}${of}`,
  }));
  const granting = grantingPolicies(account, inline, read('attachedPolicies', attachedPolicies));
  return { ...granting, missing: [...missing, ...granting.missing] };
}

interface Groups {
  readonly groups: readonly Resource<'iam.group'>[];
  readonly missing: readonly Missing[];
}

function groupsOf(account: Account, id: string): Groups {
  const user = account.find('iam.user', id);
  if (user === undefined) return { groups: [], missing: [] };
  if (isUnread(user.groups)) {
    return { groups: [], missing: [{ what: 'groups', why: user.groups }] };
  }
  const names = user.groups.state === 'present' ? user.groups.value : [];
  const groups = account.all('iam.group').filter(({ name }) => names.includes(name));
  const missing = names
    .filter((name) => !groups.some((group) => group.name === name))
    .map((name) => ({ what: `group ${name}`, why: notCollected('not in the snapshot') }));
  return { groups, missing };
}
