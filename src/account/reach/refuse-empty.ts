import { exitCode } from '../../model/exit-code.ts';
import { UserError } from '../../model/user-error.ts';
import type { Account } from '../account.ts';
import { placesOf } from './places.ts';

/**
 * Throws `UserError` if a pattern fits nothing at all of what the account has: "nobody can" would be
 * true and say nothing.
 */
export function refuseEmpty(account: Account, pattern: string, action = ''): void {
  const { list, missing } = placesOf(account, pattern, action);
  if (list.length > 0 || missing.length > 0) return;
  throw new UserError(`nothing in the snapshot fits ${pattern}: nothing was asked`, {
    exitCode: exitCode.vacuous,
  });
}
