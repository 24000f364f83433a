import type { CompiledLayer } from '../../decide/compile-policy-set.ts';
import { kind } from '../../decide/grant-kind.ts';
import { matchPrincipal } from '../../decide/match-statement.ts';
import type { PreparedRequest } from '../../decide/prepared-request.ts';
import type { Principal } from '../../decide/principal.ts';
import type { Statement } from '../../model/policy.ts';
import type { Settings } from '../../decide/settings.ts';
import type { Areas } from './area.ts';

export interface QuickQuestion extends QuickResource {
  readonly principal: Principal;
  readonly identity: CompiledLayer;
}

export interface QuickResource {
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
  if (needsNoAllow(action)) return false;
  if (identity.unread.length > 0) return false;
  if (identity.allowing.of(action).some((one) => areas.concerns(one))) return false;
  return !mayBeGranted(question);
}

/** Whether the resource surely lets nobody of its own account in who has no Allow of his own. */
export function letsNobodyIn(question: QuickResource, account: string): boolean {
  const { resource, action, areas } = question;
  if (needsNoAllow(action) || isOpen(question)) return false;
  return resource.allowing
    .of(action)
    .every((one) => !areas.concerns(one) || namesNobodyOf(account, one.statement));
}

/** Whether an Allow names whole accounts at most, or principals of others. */
function namesNobodyOf(account: string, { principal }: Statement): boolean {
  if (principal === undefined || principal.not || principal.everyone) return false;
  return principal.aws.every((name) => {
    if (/^(arn:[^:*?]*:iam::)?\d{12}(:root)?$/.test(name)) return true;
    const owner = /^arn:[^:*?]*:(?:iam|sts)::(\d{12}):/.exec(name)?.[1];
    return owner !== undefined && owner !== account;
  });
}

/** STS has operations that need no Allow. */
function needsNoAllow(action: string): boolean {
  return action.startsWith('sts:get');
}

/** Whether something beside its policy may let somebody in. */
function isOpen({ resource, settings }: QuickResource): boolean {
  if (resource.unread.length > 0) return true;
  const { s3, kms } = settings;
  if (s3 !== undefined && (s3.ownership ?? usual) !== usual) return true;
  if (s3?.aclsUnknown === true || kms?.grantsUnknown === true) return true;
  return (kms?.grants ?? []).length > 0;
}

function mayBeGranted(question: QuickQuestion): boolean {
  if (isOpen(question)) return true;
  const { resource, action, areas, principal } = question;
  // Nothing but the caller is looked at.
  const request = { principal, bounded: false } as PreparedRequest;
  return resource.allowing.of(action).some((statement) => {
    if (!areas.concerns(statement)) return false;
    const { sure, possible } = matchPrincipal(statement, request);
    return ((sure | possible) & ~kind.account) !== 0;
  });
}

const usual = 'BucketOwnerEnforced';
