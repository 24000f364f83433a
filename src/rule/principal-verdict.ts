import type { Account } from '../account/account.ts';
import { isServiceLinkedRole } from '../account/fact/service-linked-role.ts';
import { isDeclaredAdministrator } from '../account/persona/persona-of.ts';
import type { Observed } from '../model/observed.ts';
import type { AttachedPolicy, NamedPolicy } from '../model/policy.ts';
import type { Verdict } from '../model/verdict.ts';
import { unlessDoubted } from './doubt.ts';
import { eachOnce } from './each-once.ts';
import type { Findings } from './execution-role-grants.ts';
import { failOnAny, judge, notApplicable, pass } from './verdict.ts';

/** A role or user. */
export interface JudgedPrincipal {
  /** ARN. */
  readonly id: string;
  readonly inlinePolicies: Observed<readonly NamedPolicy[]>;
  readonly attachedPolicies: Observed<readonly AttachedPolicy[]>;
  readonly permissionsBoundary: Observed<string>;
}

/** The fields of `JudgedPrincipal`, as a rule needs them. */
export const principalFields = [
  'inlinePolicies',
  'attachedPolicies',
  'permissionsBoundary',
] as const;

/**
 * Judges a role or user by what `find` finds. A declared administrator passes whatever is found, with
 * a note that tells it, unless something is missing; service-linked roles, which AWS keeps, are not applicable.
 */
export function judgePrincipal(
  account: Account,
  { id, inlinePolicies, attachedPolicies, permissionsBoundary }: JudgedPrincipal,
  find: () => Findings,
): Verdict {
  if (isServiceLinkedRole(id)) return notApplicable('a service-linked role, which AWS keeps');
  return judge({ inlinePolicies, attachedPolicies, permissionsBoundary }, () => {
    const { evidence, missing } = find();
    const [first] = evidence;
    const told = `a declared administrator${first === undefined ? '' : `: ${first.got}`}`;
    const verdict = isDeclaredAdministrator(account, id) ? pass(told) : failOnAny(evidence);
    return unlessDoubted(verdict, eachOnce(missing));
  });
}
