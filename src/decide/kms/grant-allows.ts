import type { KmsGrant } from '../../model/resource/kms.ts';
import { kind, type KindBits, type ResourceGrants } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { lesser, maybe, no, yes, type Tri } from '../tri.ts';
import { meetsConstraints } from './grant-constraints.ts';
import { namedInGrant } from './named-in-grant.ts';

/**
 * What a key's grants allow the caller (KMS Developer Guide, "Grants"). They only ever allow.
 * RetireGrant has rules of its own, see `retireGrants`.
 */
export function kmsGrants(
  request: PreparedRequest,
  grants: readonly KmsGrant[] = [],
): ResourceGrants {
  let { sure, possible } = { sure: 0, possible: 0 };
  for (const grant of grants) {
    if (!grant.operations.some((name) => `kms:${name.toLowerCase()}` === request.action)) continue;
    const { itself, account } = namedInGrant(grant.grantee, request.principal);
    if (itself === no && !account) continue;
    const meets = meetsConstraints(grant, request);
    const one = kindsOf(lesser(itself, meets), account ? meets : no);
    sure |= one.sure;
    possible |= one.possible;
  }
  return { sure, possible };
}

/**
 * A grant to the caller, and one to his account, as kinds of grant. It is not documented whether a
 * permissions boundary or a session policy limits a grant, nor whether an account as grantee leaves
 * it to its own policies: sure is what holds in either case, the rest is possible.
 */
export function kindsOf(itself: Tri, account: Tri): ResourceGrants {
  const all: KindBits = (itself === no ? 0 : kind.role) | (account === no ? 0 : kind.account);
  const sure = (itself === yes ? kind.role : 0) | (account === yes ? kind.account : 0);
  const possible = all === 0 ? 0 : all | kind.session;
  return { sure, possible };
}

/** Of all grants of a key some fit: which one the request is about, no policy can tell. */
export function ofEvery(fits: readonly Tri[]): Tri {
  if (fits.length > 0 && fits.every((one) => one === yes)) return yes;
  return fits.some((one) => one !== no) ? maybe : no;
}
