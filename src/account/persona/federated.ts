import { isUnread } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { roleTrust } from '../fact/role-trust.ts';

/** Whether a role is taken through an identity provider: SAML, OIDC or Identity Center. */
export type Federated =
  { readonly is: 'yes' | 'no' } | { readonly is: 'unclear'; readonly missing: Missing };

/** `arn`: of a role of the snapshot. */
export function isFederated(account: Account, arn: string): Federated {
  const trust = account.find('iam.role', arn)?.trustPolicy;
  if (trust === undefined) return { is: 'no' };
  const what = `trustPolicy of ${arn}`;
  if (isUnread(trust)) return { is: 'unclear', missing: { what, why: trust } };
  const { policy, doubts } = roleTrust(trust.state === 'present' ? trust.value : null);
  const named = policy.statements.some(
    ({ effect, principal }) =>
      effect === 'Allow' && principal?.not === false && principal.federated.length > 0,
  );
  if (named) return { is: 'yes' };
  const [missing] = doubts;
  return missing === undefined ? { is: 'no' } : { is: 'unclear', missing };
}
