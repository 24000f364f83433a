import { isUnread, type Unread } from '../../model/observed.ts';
import type { Account } from '../account.ts';

/** Whom resource policies may let in beside the account itself. */
export interface Trust {
  readonly accounts: readonly string[];
  /** The account's own. */
  readonly organizations: readonly string[];
  /** Why it is not known which organisation is the account's own. */
  readonly unread: Unread | undefined;
}

/** The accounts of `inputs.trustedAccounts`, and the account's own organisation. */
export function trustOf(account: Account): Trust {
  const accounts = [account.id, ...account.inputs.trustedAccounts];
  const nothing = { accounts, organizations: [], unread: undefined };
  const [own] = account.all('organizations.account');
  const organization = own?.organization;
  if (organization === undefined) {
    const [gap] = account.gaps('organizations.account');
    return gap === undefined ? nothing : { ...nothing, unread: gap.why };
  }
  if (isUnread(organization)) return { ...nothing, unread: organization };
  if (organization.state !== 'present') return nothing;
  const { id, managementAccount } = organization.value;
  return { accounts: [...accounts, managementAccount], organizations: [id], unread: undefined };
}
