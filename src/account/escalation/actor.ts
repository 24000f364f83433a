import { parsePrincipalName, type Principal } from '../../decide/principal.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { isServiceLinkedRole } from '../fact/service-linked-role.ts';

/** A user or role that could escalate. */
export interface Actor {
  readonly arn: string;
  readonly principal: Principal;
}

const known = new WeakMap<Account, readonly Actor[]>();

/**
 * Every user and role of the snapshot, sorted. Service-linked roles are left out: their services
 * act by them, and nobody else can (IAM User Guide, "Service-linked roles").
 */
export function actorsOf(account: Account): readonly Actor[] {
  const actors = known.get(account) ?? listActors(account);
  known.set(account, actors);
  return actors;
}

function listActors(account: Account): readonly Actor[] {
  return [...account.all('iam.role'), ...account.all('iam.user')]
    .map(({ id }) => id)
    .filter((arn) => !isServiceLinkedRole(arn))
    .sort(byText)
    .flatMap((arn) => {
      const principal = parsePrincipalName(arn);
      return principal === undefined ? [] : [{ arn, principal }];
    });
}

/** Users and roles that the snapshot may not have. */
export function missingActors(account: Account): readonly Missing[] {
  return [...account.gaps('iam.role'), ...account.gaps('iam.user')];
}

/** By code units: the same order everywhere. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
