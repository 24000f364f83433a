import { findPrincipal } from '../access/find-principal.ts';
import type { Account } from '../account.ts';
import type { Reach, ReachQuestion } from './reach-answer.ts';

/** What a role or user of the account can do of what is asked, with itself as the subject. */
export function reachOf(account: Account, arn: string, question: ReachQuestion): Reach {
  const principal = findPrincipal(account, arn);
  const sort = principal.kind === 'user' ? 'user' : 'role';
  return { subject: { sort, principal, name: arn }, answer: account.reach(principal, question) };
}
