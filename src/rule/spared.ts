import type { Account } from '../account/account.ts';
import { isServiceLinkedRole } from '../account/fact/service-linked-role.ts';
import { isDeclaredAdministrator } from '../account/persona/persona-of.ts';
import type { Subject } from '../account/reach/reach-answer.ts';
import type { Sentence } from './reach-verdict.ts';

/**
 * Those that rules about who can do something spare: the root user and roles that AWS keeps are
 * allowed, declared administrators told. Everybody else gets the sentence of `decide`.
 */
export function spareAdministrators(
  account: Account,
  subject: Subject,
  decide: () => Sentence,
): Sentence {
  const { sort, name } = subject;
  if (sort === 'root' || isServiceLinkedRole(name)) return 'allowed';
  return isDeclaredAdministrator(account, name) ? 'administrator' : decide();
}
