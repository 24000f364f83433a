import { findPrincipal } from '../account/access/find-principal.ts';
import { openAccount } from '../account/open-account.ts';
import { exceeds } from '../account/reach/exceeds.ts';
import { undeclared } from '../model/inputs.ts';
import { UserError } from '../model/user-error.ts';
import { answerOf, type CheckAnswer } from '../reach/check-case.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import { readJson } from './read-json.ts';

/**
 * Has the principal of a snapshot anything beyond the one policy that is given? Throws `UserError` for
 * what cannot be read or is not there.
 */
export async function checkPrincipal(
  [specification, ...others]: readonly (string | undefined)[],
  { principal, snapshot }: { readonly principal: unknown; readonly snapshot: unknown },
): Promise<CheckAnswer> {
  if (typeof principal !== 'string' || typeof snapshot !== 'string') {
    throw new UserError('--principal and --snapshot go together; give both');
  }
  if (specification === undefined || others.length > 0) {
    throw new UserError('with --principal give one policy file: all that the principal may have');
  }
  const policy = readJson(specification);
  const account = openAccount(await readSnapshot(snapshot), undeclared);
  return answerOf(undefined, exceeds(account, findPrincipal(account, principal), policy));
}
