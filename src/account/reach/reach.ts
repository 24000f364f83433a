import type { Principal } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import type { ReachAnswer, ReachQuestion } from './reach-answer.ts';

/** Can this principal do that in any way at all? */
export function reach(
  _account: Account,
  _principal: Principal,
  question: ReachQuestion,
): ReachAnswer {
  const { action, resource } = question;
  return {
    is: 'may',
    pairs: [{ action, resource, is: 'may', way: [], reasons: ['not built yet'] }],
  };
}
