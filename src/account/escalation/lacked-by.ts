import type { Account } from '../account.ts';
import type { Actor } from './actor.ts';
import { decisiveQuestions, type Decisive } from './decisive-questions.ts';
import { hasEverything } from './has-everything.ts';
import { ask } from './need.ts';

const lacked = new WeakMap<Account, Map<string, readonly Decisive[]>>();

/** What is barred even from somebody who is allowed everything. */
export function lackedBy(account: Account, from: Actor): readonly Decisive[] {
  const ofAccount = lacked.get(account) ?? new Map<string, readonly Decisive[]>();
  lacked.set(account, ofAccount);
  const list =
    ofAccount.get(from.arn) ??
    decisiveQuestions(account).filter((one) => ask(account, from, one).is !== 'yes');
  ofAccount.set(from.arn, list);
  return list;
}

/** It is allowed everything and barred from nothing decisive: it gains nothing by anybody. */
export function lacksNothing(account: Account, actor: Actor): boolean {
  return hasEverything(account, actor) === 'yes' && lackedBy(account, actor).length === 0;
}
