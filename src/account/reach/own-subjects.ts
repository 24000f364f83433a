import { parsePrincipalName } from '../../decide/principal.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import type { Subject } from './reach-answer.ts';

const made = new WeakMap<Account, readonly Subject[]>();

/** Every role and user of the snapshot, and the root user. */
export function ownSubjects(account: Account): readonly Subject[] {
  const known = made.get(account) ?? listSubjects(account);
  made.set(account, known);
  return known;
}

function listSubjects(account: Account): readonly Subject[] {
  const root = `arn:${account.partition}:iam::${account.id}:root`;
  return [
    ...account.all('iam.role').flatMap(({ id }) => subjectOf('role', id)),
    ...account.all('iam.user').flatMap(({ id }) => subjectOf('user', id)),
    ...subjectOf('root', root),
  ];
}

function subjectOf(sort: Subject['sort'], name: string): readonly Subject[] {
  const principal = parsePrincipalName(name);
  return principal === undefined ? [] : [{ sort, principal, name }];
}

/** Principals that the snapshot may not have. */
export function missingSubjects(account: Account): readonly Missing[] {
  return [...account.gaps('iam.role'), ...account.gaps('iam.user')];
}
