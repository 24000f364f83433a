import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { Purpose } from './execution.ts';
import { executionsFor } from './what-role-does.ts';

export interface RolesFor {
  /** ARNs. */
  readonly roles: ReadonlySet<string>;
  /** Why there may be further ones. */
  readonly missing: readonly Missing[];
}

const known = new WeakMap<Account, Map<string, RolesFor>>();

/** The roles by which SageMaker does work of these purposes, as far back as the snapshot lists jobs. */
export function rolesFor(account: Account, ...purposes: readonly Purpose[]): RolesFor {
  const ofAccount = known.get(account) ?? new Map<string, RolesFor>();
  known.set(account, ofAccount);
  const key = purposes.join();
  const before = ofAccount.get(key);
  if (before !== undefined) return before;
  const { list, missing } = executionsFor(account, ...purposes);
  const found = { roles: new Set(list.map(({ role }) => role)), missing };
  ofAccount.set(key, found);
  return found;
}
