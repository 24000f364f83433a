import type { Account } from '../account/account.ts';
import type { GrantingPolicies } from '../account/fact/granting-policies.ts';
import { startsCompute } from '../account/fact/ml-compute.ts';
import { principalGrants, type Holder } from '../account/fact/principal-grants.ts';
import { roleTrust } from '../account/fact/role-trust.ts';
import { isServiceLinkedRole } from '../account/fact/service-linked-role.ts';
import { isDeclaredAdministrator } from '../account/persona/persona-of.ts';
import { isUnread } from '../model/observed.ts';
import type { Missing, Verdict } from '../model/verdict.ts';
import { unlessDoubted } from './doubt.ts';
import { notApplicable, unknown } from './verdict.ts';

/**
 * Judges the policies of a role or user that may start compute of SageMaker; with `orRuns` also of a
 * role by which it runs. Others, declared administrators and service-linked roles are not applicable.
 */
export function judgeStarter(
  account: Account,
  holder: Holder & { readonly orRuns?: boolean },
  decide: (grants: GrantingPolicies) => Verdict,
): Verdict {
  const { id, orRuns = false } = holder;
  if (isServiceLinkedRole(id)) return notApplicable('a service-linked role, which AWS keeps');
  if (isDeclaredAdministrator(account, id)) return notApplicable('a declared administrator');
  const grants = principalGrants(account, holder);
  const { policies } = grants;
  const starts = policies.some(({ policy }) => policy.statements.some(startsCompute));
  const runs = orRuns ? runsCompute(account, id) : { is: false, missing: [] };
  const missing = [...grants.missing, ...runs.missing];
  if (starts || runs.is) return unlessDoubted(decide(grants), missing);
  const [first, ...rest] = missing;
  if (first !== undefined) return unknown(first, ...rest);
  return notApplicable(orRuns ? 'it neither starts nor runs compute' : 'it may start no compute');
}

/** Whether SageMaker may assume the role. */
function runsCompute(
  account: Account,
  id: string,
): { readonly is: boolean; readonly missing: readonly Missing[] } {
  const trust = account.find('iam.role', id)?.trustPolicy;
  if (trust === undefined) return { is: false, missing: [] };
  if (isUnread(trust)) return { is: false, missing: [{ what: 'trustPolicy', why: trust }] };
  const { execution, doubts } = roleTrust(trust.state === 'present' ? trust.value : null);
  return { is: execution === 'yes', missing: doubts };
}
