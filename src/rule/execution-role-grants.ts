import { ownSideGaps } from '../account/access/own-side-gaps.ts';
import type { Account } from '../account/account.ts';
import { grantingPolicies } from '../account/fact/granting-policies.ts';
import type { Observed } from '../model/observed.ts';
import type { AttachedPolicy, NamedPolicy, PolicyText, Statement } from '../model/policy.ts';
import type { Evidence, Missing, Verdict } from '../model/verdict.ts';
import { unlessDoubted } from './doubt.ts';
import { judgeExecutionRole } from './execution-role.ts';
import { failOnAny, judge } from './verdict.ts';

export interface GrantedRole {
  /** ARN. */
  readonly id: string;
  readonly trustPolicy: Observed<PolicyText>;
  readonly inlinePolicies: Observed<readonly NamedPolicy[]>;
  readonly attachedPolicies: Observed<readonly AttachedPolicy[]>;
}

/** An Allow, and the name of the policy that it stands in. */
export interface Grant {
  readonly policy: string;
  readonly statement: Statement;
}

/** What was found in some grants, and what could not be told of them. */
export interface Findings {
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
}

/**
 * Judges an execution role by the Allows of its own policies: a fail for whatever `look` finds,
 * unknown if nothing is found but something is missing, or a policy was not read or understood.
 */
export function judgeGrants(
  account: Account,
  { id, trustPolicy, inlinePolicies, attachedPolicies }: GrantedRole,
  look: (grants: readonly Grant[]) => Findings,
): Verdict {
  return judge({ trustPolicy, inlinePolicies, attachedPolicies }, (values) =>
    judgeExecutionRole({ id, trustPolicy: values.trustPolicy }, () => {
      const { policies, missing } = grantingPolicies(
        account,
        values.inlinePolicies ?? [],
        values.attachedPolicies ?? [],
      );
      const grants = policies.flatMap(({ name, policy }) =>
        policy.statements
          .filter(({ effect }) => effect === 'Allow')
          .map((statement) => ({ policy: name, statement })),
      );
      const found = look(grants);
      return unlessDoubted(failOnAny(found.evidence), [...missing, ...found.missing]);
    }),
  );
}

/**
 * What the role's own side lets through where another account has the last word: no finding while
 * some policy of that side is not known.
 */
export function onOwnSide(account: Account, role: string, evidence: readonly Evidence[]): Findings {
  const gaps = evidence.length === 0 ? [] : ownSideGaps(account, role);
  return gaps.length === 0 ? { evidence, missing: [] } : { evidence: [], missing: gaps };
}

/** Findings that need the text of the grants alone. */
export function inEachGrant(
  find: (grant: Grant) => readonly Evidence[],
): (grants: readonly Grant[]) => Findings {
  return (grants) => ({ evidence: grants.flatMap(find), missing: [] });
}
