import type { Account } from '../account.ts';
import type { ReachQuestion, WhoCan } from './reach-answer.ts';

/** Who can do that, inside and outside the account? */
export function whoCan(_account: Account, _question: ReachQuestion): WhoCan {
  return { reaches: [], missing: [], assumptions: [] };
}
