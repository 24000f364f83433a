import type { Account } from '../account.ts';
import type { ReachAnswer, ReachQuestion } from '../reach/reach-answer.ts';
import type { Actor } from './actor.ts';
import { ask } from './need.ts';

/** What one principal gets by acting as another. */
export interface Gain {
  /** `no`: nothing that it has not already. */
  readonly is: 'yes' | 'no' | 'may';
  /** For `yes`: something that the other can and it cannot. For `may`: what cannot be told. */
  readonly words: string;
}

export interface Ends {
  readonly from: Actor;
  readonly to: Actor;
}

export const nothing: Gain = { is: 'no', words: '' };

export function may(words: string): Gain {
  return { is: 'may', words };
}

/** Can it do the very request that the other has been found to be allowed? */
export function gainBy(account: Account, question: ReachQuestion, { from, to }: Ends): Gain {
  const theirs = withoutSharedKeys(account, ask(account, to, question));
  if (theirs === 'no') return nothing;
  const own = withoutSharedKeys(account, ask(account, from, question));
  const words = `${question.action} on ${question.resource}`;
  if (own === 'no') return { is: theirs, words };
  // About one resource, both are asked the same.
  if (own === 'yes' && !/[*?]/.test(question.resource)) return nothing;
  const resource = ask(account, to, question).pairs[0].witness?.resource;
  if (resource === undefined) return may(words);
  const { action } = question;
  const exact = withoutSharedKeys(account, ask(account, from, { action, resource }));
  if (exact === 'yes') return nothing;
  const exactly = `${action} on ${resource}`;
  return exact === 'no' && theirs === 'yes' ? { is: 'yes', words: exactly } : may(exactly);
}

/**
 * Keys that AWS manages for S3 serve whoever S3 lets in (KMS Developer Guide, "AWS managed keys"):
 * they tell nobody of the account apart.
 */
function withoutSharedKeys(account: Account, { is, pairs }: ReachAnswer): ReachAnswer['is'] {
  if (is === 'yes' || pairs.length < 2) return is;
  const left = pairs.filter(({ action, resource }) => {
    if (!action.startsWith('kms:')) return true;
    const manager = account.find('kms.key', resource)?.manager;
    return !(manager?.state === 'present' && manager.value === 'AWS');
  });
  if (left.some((one) => one.is === 'no')) return 'no';
  return left.some((one) => one.is === 'may') ? 'may' : 'yes';
}
