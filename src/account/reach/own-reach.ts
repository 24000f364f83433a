import { notCollected } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { ownSubjects } from './own-subjects.ts';
import type { Reach, ReachQuestion, Subject } from './reach-answer.ts';

const indexes = new WeakMap<Account, ReadonlyMap<string, Subject>>();

/** What a role or user of the snapshot (ARN) comes to; undefined if the snapshot has none of this name. */
export function ownReach(
  account: Account,
  arn: string,
  question: ReachQuestion,
): Reach | undefined {
  const index = indexes.get(account) ?? new Map(ownSubjects(account).map((one) => [one.name, one]));
  indexes.set(account, index);
  const subject = index.get(arn);
  return subject && { subject, answer: account.reach(subject.principal, question) };
}

/** Why nothing can be said of a role that is not in the snapshot; none if there is no such role. */
export function missingRole(account: Account, arn: string): readonly Missing[] {
  if (account.gaps('iam.role').length === 0) return [];
  return [{ what: arn, why: notCollected('the role is not in the snapshot, which has not all') }];
}
