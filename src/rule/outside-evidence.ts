import type { Account } from '../account/account.ts';
import { outsideGrants, type OutsideQuestion } from '../account/fact/outside-grant.ts';
import { readPolicy } from '../account/fact/read-policy.ts';
import { statementName, statementRef } from '../account/fact/statement-ref.ts';
import { notCollected } from '../model/observed.ts';
import type { Evidence, Missing } from '../model/verdict.ts';

/** What a resource policy says of those outside the account. */
export interface Outside {
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

export interface OutsidePolicy extends OutsideQuestion {
  /** E.g. `key policy`. */
  readonly name: string;
}

/**
 * Who gets in by a resource policy and must not: one finding for each statement and principal,
 * `everybody:SID` where nobody in particular is named, `lets-in:PRINCIPAL:SID` otherwise.
 */
export function outsideEvidence(account: Account, asked: OutsidePolicy): Outside {
  const { name, allowed } = asked;
  const grants = outsideGrants(account, asked);
  const evidence = grants
    .filter(({ is }) => is === 'yes')
    .map(({ statement, principal, text }) => ({
      finding:
        principal === '*'
          ? `everybody:${statementName(statement)}`
          : `lets-in:${principal}:${statementName(statement)}`,
      expected:
        allowed === 'named'
          ? 'nobody without a condition on the account, the organisation or the like'
          : 'none but the account, inputs.trustedAccounts and its organisation',
      got: `the ${name} allows ${principal}: ${text}`,
      field: 'policy',
      statement: statementRef(name, statement),
    }));
  const unclear = grants
    .filter(({ is }) => is === 'may')
    .map(({ statement, principal, text }) => ({
      what: `${name} statement ${statementName(statement)} for ${principal}`,
      why: notCollected(`who gets in cannot be told: ${text}`),
      mend: 'name the principals by their ARNs, or bind them with aws:PrincipalOrgID',
    }));
  return { evidence, missing: [...unclear, ...readPolicy(name, asked.policy).doubts] };
}
