import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { Reach, ReachQuestion } from './reach-answer.ts';

export interface PublicAnswer {
  /** `no` is a proof: neither callers without credentials nor any account outside get in. */
  readonly is: 'yes' | 'no' | 'may';
  /** Who stands for the public and gets in, or may. */
  readonly reaches: readonly Reach[];
  /** Why it cannot be told, where nobody was found. */
  readonly missing: readonly Missing[];
}

/**
 * Can the public do that: callers without credentials, or somebody of an account of AWS that no policy
 * names and that is outside the organisation?
 */
export function isPublic(account: Account, question: ReachQuestion): PublicAnswer {
  const who = account.whoCan(question);
  const reaches = who.reaches.filter(
    ({ subject }) => subject.sort === 'anonymous' || subject.sort === 'any-account',
  );
  // Which roles there are does not matter here.
  const missing = who.missing.filter(({ what }) => !/^all iam\.(role|user)\b/.test(what));
  if (reaches.some(({ answer }) => answer.is === 'yes')) return { is: 'yes', reaches, missing: [] };
  return { is: reaches.length > 0 || missing.length > 0 ? 'may' : 'no', reaches, missing };
}
