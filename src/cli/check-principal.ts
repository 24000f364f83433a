import { findPrincipal } from '../account/access/find-principal.ts';
import { openAccount } from '../account/open-account.ts';
import { exceeds, exceedsAssumptions } from '../account/reach/exceeds.ts';
import { undeclared } from '../model/inputs.ts';
import { UserError } from '../model/user-error.ts';
import { answerOf, type CheckAnswer } from '../reach/check-case.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import { readJson } from './read-json.ts';

/** Options of the command by their names; what was not given is undefined. */
interface Given {
  readonly [option: string]: unknown;
}

/**
 * Has the principal of a snapshot anything beyond the one policy that is given? Throws `UserError` for
 * what cannot be read or is not there, and for options that say something else.
 */
export async function checkPrincipal(
  [specification, ...others]: readonly (string | undefined)[],
  given: Given,
): Promise<CheckAnswer> {
  const { principal, snapshot } = given;
  if (typeof principal !== 'string' || typeof snapshot !== 'string') {
    throw new UserError('--principal and --snapshot go together; give both');
  }
  refuseOthers(given);
  if (specification === undefined || others.length > 0) {
    throw new UserError('with --principal give one policy file: all that the principal may have');
  }
  const policy = readJson(specification);
  const account = openAccount(await readSnapshot(snapshot), undeclared);
  const answer = exceeds(account, findPrincipal(account, principal), policy);
  const check = answerOf(undefined, answer);
  return answer.is === 'no' ? { ...check, reasons: exceedsAssumptions } : check;
}

/** What they ask would be passed over without a word. */
function refuseOthers({ batch, account, type }: Given): void {
  const option = batch !== undefined ? '--batch' : account !== undefined ? '--account' : undefined;
  const wrong = option ?? (type === 'identity' ? undefined : '--type');
  if (wrong !== undefined) {
    throw new UserError(`${wrong} is not for --principal, which the snapshot tells; leave it out`);
  }
}
