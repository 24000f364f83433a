import type { Account } from '../account/account.ts';
import type { ReachQuestion, WhoCan } from '../account/reach/reach-answer.ts';
import { withoutRepeats } from './without-repeats.ts';

/**
 * Who can each of these. For rules that forbid it to everybody: who can only as everybody can is not
 * found again.
 */
export function askWho(account: Account, questions: readonly ReachQuestion[]): readonly WhoCan[] {
  return questions.map((question) => {
    const who = account.whoCan(question);
    return { ...who, reaches: withoutRepeats(who.reaches) };
  });
}
