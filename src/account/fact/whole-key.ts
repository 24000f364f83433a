import type { Policy, PrincipalElement, Statement } from '../../model/policy.ts';
import { coversActions } from './action-match.ts';

/** A principal to whom a key policy gives all that can be done with the key. */
export interface WholeKeyGrant {
  readonly statement: Statement;
  /** As written; `all but …` for NotPrincipal. */
  readonly principal: string;
}

/**
 * Every Allow of `kms:*` (or of all but some actions) for anybody but the account itself, which the
 * default key policy names to leave the key to its IAM policies; under whatever condition.
 */
export function wholeKeyGrants(policy: Policy, accountId: string): readonly WholeKeyGrant[] {
  return policy.statements
    .filter(({ effect, action }) => effect === 'Allow' && isWhole(action))
    .flatMap((statement) =>
      namesOf(statement.principal)
        .filter((name) => !isAccount(name, accountId))
        .map((principal) => ({ statement, principal })),
    );
}

function isWhole(action: Statement['action']): boolean {
  return action.not || coversActions(action, 'kms:*');
}

function namesOf(element: PrincipalElement | undefined): readonly string[] {
  if (element === undefined) return [];
  const { everyone, aws, service, federated, canonicalUser, not } = element;
  const names = [...aws, ...service, ...federated, ...canonicalUser];
  if (not) return [`all but ${names.join(', ')}`];
  return everyone ? ['*'] : names;
}

function isAccount(name: string, accountId: string): boolean {
  return name === accountId || /^arn:[^:]*:iam::(\d{12}):root$/.exec(name)?.[1] === accountId;
}
