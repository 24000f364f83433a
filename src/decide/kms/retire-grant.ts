import type { KmsGrant } from '../../model/resource/kms.ts';
import { kind, type ResourceGrants } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { greater, no, yes, type Tri } from '../tri.ts';
import { kindsOf, ofEvery } from './grant-allows.ts';
import { namedInGrant, type NameFit } from './named-in-grant.ts';

export interface RetireAccess {
  readonly grants: ResourceGrants;
  /** The grant names the caller himself: no policy has to allow it, in any account. */
  readonly named: Tri;
}

/**
 * Who may retire a grant (KMS Developer Guide, "Retiring and revoking grants"): its retiring
 * principal, its grantee if it lists RetireGrant, and the accounts that created it and that own the
 * key, which leave it to their own policies. Key policies count for nothing, either way.
 */
export function retireGrants(
  { principal, resourceAccount }: PreparedRequest,
  grants: readonly KmsGrant[] = [],
): RetireAccess {
  const fits = grants.map((grant) => retiredBy(grant, (name) => namedInGrant(name, principal)));
  const named = ofEvery(fits.map(({ itself }) => itself));
  const owner = 'account' in principal && principal.account === resourceAccount;
  const account = owner ? yes : ofEvery(fits.map((one) => (one.account ? yes : no)));
  const { sure, possible } = kindsOf(named, no);
  const access = {
    sure: sure | (account === yes ? kind.account : 0),
    possible: possible | (account === no ? 0 : kind.account),
  };
  return { grants: access, named };
}

function retiredBy(
  { retiring, issuer, grantee, operations }: KmsGrant,
  fit: (name: string) => NameFit,
): NameFit {
  const none: NameFit = { itself: no, account: false };
  const byRetiring = retiring === null ? none : fit(retiring);
  const byGrantee = operations.includes('RetireGrant') ? fit(grantee) : none;
  const byIssuer = issuer !== null && fit(issuer).account;
  return {
    itself: greater(byRetiring.itself, byGrantee.itself),
    account: byRetiring.account || byGrantee.account || byIssuer,
  };
}
