import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import { kind } from '../../decide/grant-kind.ts';
import { matchPrincipal } from '../../decide/match-statement.ts';
import type { PreparedRequest } from '../../decide/prepared-request.ts';
import type { Principal } from '../../decide/principal.ts';
import type { Settings } from '../../decide/settings.ts';
import type { Areas } from './area.ts';

export interface QuickQuestion {
  readonly principal: Principal;
  readonly identity: CompiledLayer;
  readonly resource: CompiledLayer;
  readonly settings: Settings;
  /** In lower case. */
  readonly action: string;
  readonly areas: Areas;
}

/**
 * Whether a role or user of the resource's own account surely has no way in: nothing in its identity
 * policies concerns the question, and no grant that would do without them names it. Most principals
 * have nothing to do with most resources, and this tells so at little cost.
 */
export function isOutOfReach(question: QuickQuestion): boolean {
  const { identity, action, areas } = question;
  // STS has operations that need no Allow.
  if (action.startsWith('sts:get')) return false;
  if (identity.unread.length > 0) return false;
  if (identity.allowing.of(action).some((one) => areas.concerns(one))) return false;
  return !mayBeGranted(question);
}

function mayBeGranted({ resource, settings, action, areas, principal }: QuickQuestion): boolean {
  if (resource.unread.length > 0) return true;
  const { s3, kms } = settings;
  if (s3 !== undefined && (s3.ownership ?? usual) !== usual) return true;
  if (s3?.aclsUnknown === true || kms?.grantsUnknown === true) return true;
  if ((kms?.grants ?? []).length > 0) return true;
  // Nothing but the caller is looked at.
  const request = { principal, bounded: false } as PreparedRequest;
  return resource.allowing.of(action).some((statement) => {
    if (!areas.concerns(statement)) return false;
    const { sure, possible } = matchPrincipal(statement, request);
    return ((sure | possible) & ~kind.account) !== 0;
  });
}

const usual = 'BucketOwnerEnforced';
