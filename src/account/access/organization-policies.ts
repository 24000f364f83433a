import type { SourcedPolicy } from '../../decide/policy-set.ts';
import type { Account } from '../account.ts';
import { unreadPolicy } from './sourced-policy.ts';

/** What the organisation lays on the account. */
export interface OrganizationSide {
  /** Levels, root first; undefined: service control policies do not apply. */
  readonly scp: readonly (readonly SourcedPolicy[])[] | undefined;
  readonly rcp: readonly (readonly SourcedPolicy[])[] | undefined;
  /** The organisation's id; undefined: the account is in none; `unknown`: not read. */
  readonly id: string | undefined | 'unknown';
  /** As in aws:PrincipalOrgPaths. */
  readonly path: string | undefined | 'unknown';
}

export function organizationSide(_account: Account): OrganizationSide {
  const unread = (what: string): readonly (readonly SourcedPolicy[])[] => [
    [unreadPolicy(what, 'the organisation was not captured')],
  ];
  return {
    scp: unread('service control policies'),
    rcp: unread('resource control policies'),
    id: 'unknown',
    path: 'unknown',
  };
}
