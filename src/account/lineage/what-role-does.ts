import type { Account } from '../account.ts';
import type { Execution, Executions, Purpose } from './execution.ts';
import { executionsOf } from './executions-of.ts';
import { worksOf } from './works-of.ts';

/** Everything that SageMaker does by one role; any hole may hide more of it. */
export function whatRoleDoes(account: Account, role: string): Executions {
  const { missing } = executionsOf(account);
  return { list: byRole(account).get(role) ?? [], missing };
}

/** What is done for some purposes, by any role, and only those holes that may hide more of it. */
export function executionsFor(account: Account, ...purposes: readonly Purpose[]): Executions {
  return {
    list: executionsOf(account).list.filter(({ purpose }) => purposes.includes(purpose)),
    missing: worksOf(account)
      .holes.filter((hole) => hole.purposes.some((one) => purposes.includes(one)))
      .map(({ missing }) => missing),
  };
}

const known = new WeakMap<Account, ReadonlyMap<string, readonly Execution[]>>();

function byRole(account: Account): ReadonlyMap<string, readonly Execution[]> {
  const index = known.get(account) ?? indexRoles(executionsOf(account).list);
  known.set(account, index);
  return index;
}

function indexRoles(list: readonly Execution[]): ReadonlyMap<string, readonly Execution[]> {
  const index = new Map<string, Execution[]>();
  for (const one of list) {
    const ofRole = index.get(one.role);
    if (ofRole === undefined) index.set(one.role, [one]);
    else ofRole.push(one);
  }
  return index;
}
