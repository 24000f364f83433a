import {
  isUnread,
  mapObserved,
  notCollected,
  present,
  type Observed,
  type Unread,
} from '../../model/observed.ts';
import type { PolicyLevel } from '../../model/resource/organizations.ts';
import type { SourcedPolicy } from '../../decide/policy-set.ts';
import type { Account } from '../account.ts';
import { sourced, unreadPolicy, unreadText } from './sourced-policy.ts';

/** What the organisation lays on the account. */
export interface OrganizationSide {
  /** Levels, root first; undefined: service control policies do not apply. */
  readonly scp: readonly (readonly SourcedPolicy[])[] | undefined;
  readonly rcp: readonly (readonly SourcedPolicy[])[] | undefined;
  /** The organisation's id. */
  readonly id: Observed<string>;
  /** As in aws:PrincipalOrgPaths, e.g. `o-1/r-1/ou-1/`. */
  readonly path: Observed<string>;
}

/** Where the organisation was not read, its policies may allow and deny anything. */
export function organizationSide(account: Account): OrganizationSide {
  const [own] = account.all('organizations.account');
  if (own === undefined) {
    const [gap] = account.gaps('organizations.account');
    return unreadSide(gap?.why ?? notCollected('the organisation was not captured'));
  }
  const { organization, path, serviceControlPolicies, resourceControlPolicies } = own;
  if (isUnread(organization)) return unreadSide(organization);
  if (organization.state !== 'present') {
    return { scp: undefined, rcp: undefined, id: organization, path: organization };
  }
  const { id, managementAccount } = organization.value;
  // Policies of the organisation never bind its management account.
  const bound = managementAccount !== account.id;
  return {
    id: present(id),
    path: mapObserved(path, (ids) => [id, ...ids.slice(0, -1), ''].join('/')),
    scp: bound ? levelsOf('service control policies', serviceControlPolicies) : undefined,
    rcp: bound ? levelsOf('resource control policies', resourceControlPolicies) : undefined,
  };
}

function unreadSide(why: Unread): OrganizationSide {
  return {
    scp: [[unreadPolicy('service control policies', unreadText(why))]],
    rcp: [[unreadPolicy('resource control policies', unreadText(why))]],
    id: why,
    path: why,
  };
}

function levelsOf(
  what: string,
  levels: Observed<readonly PolicyLevel[]>,
): readonly (readonly SourcedPolicy[])[] | undefined {
  if (isUnread(levels)) return [[unreadPolicy(what, unreadText(levels))]];
  if (levels.state !== 'present') return undefined;
  return levels.value.map(({ target, policies }) =>
    policies.map((policy) => sourced(`${policy.name} at ${target}`, policy)),
  );
}
