import type { CompiledPolicySet } from '../compile-policy-set.ts';
import { granted, type ResourceGrants } from '../grant-kind.ts';
import type { Reason } from '../decision.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { noRules, rule, type ServiceRules } from '../service-rules.ts';
import { maybe, no, yes } from '../tri.ts';
import { kmsGrants } from './grant-allows.ts';
import { isGrantable, worksAcrossAccounts } from './operations.ts';
import { retireGrants } from './retire-grant.ts';

/**
 * A key lets nobody in but by its policy or a grant; what an account's own policies say counts only
 * if the key policy leaves it to the account (KMS Developer Guide, "Key policies").
 */
export function kmsRules(set: CompiledPolicySet, request: PreparedRequest): ServiceRules {
  // CreateKey, ListKeys and the like are about no key.
  if (request.withoutResource) return noRules;
  const { principal, action } = request;
  const foreign = 'account' in principal && principal.account !== request.resourceAccount;
  const cut = cutOf(request, foreign);
  if (isAboutAlias(request)) return { ...noRules, ...cut };
  if (action === 'kms:retiregrant') return retireRules(set, request, foreign);
  const { grants, manager, grantsUnknown = false } = set.settings.kms ?? {};
  const extra = grantsUnknown && isGrantable(action) ? anyGrant : kmsGrants(request, grants);
  return {
    ...noRules,
    ...cut,
    resourceMustAllow: true,
    extra,
    grantReasons: reasonsOf(extra, 'a grant of the key'),
    rcpExempt: manager === 'AWS',
    // Whether a grantee of another account needs an Allow of its own is not documented.
    grantMayDoAlone: foreign && granted(extra) !== no ? maybe : no,
  };
}

/** What cannot be read may be a grant to anybody, of any kind. */
const anyGrant: ResourceGrants = { sure: 0, possible: 255 };

/** KMS takes signed requests only, and few of them from other accounts (KMS API, "Signing requests"). */
function cutOf({ action, principal }: PreparedRequest, foreign: boolean): Partial<ServiceRules> {
  if (principal.kind === 'anonymous' || principal.kind === 'federated') {
    return { notCut: no, cutText: 'KMS takes no request without credentials' };
  }
  if (!foreign || worksAcrossAccounts(action)) return {};
  const cutText = `${action} does not work across accounts, whatever policies say`;
  return { notCut: no, cutText };
}

function retireRules(
  { settings, resource }: CompiledPolicySet,
  request: PreparedRequest,
  foreign: boolean,
): ServiceRules {
  const isUnknown = settings.kms?.grantsUnknown === true;
  const { grants, named } = retireGrants(request, settings.kms?.grants);
  return {
    ...noRules,
    resourceMustAllow: true,
    extra: isUnknown ? anyGrant : grants,
    grantReasons: reasonsOf(grants, named === no ? 'the account of the key or grant' : 'the grant'),
    ignoresResourceAllow: resource.unread.length === 0, // no such key: it may be anything
    ignoresResourceDeny: true,
    rcpExempt: true,
    grantMayDoAlone: !foreign ? no : isUnknown ? maybe : named,
  };
}

function reasonsOf(grants: ResourceGrants, who: string): readonly Reason[] {
  const by = granted(grants);
  return by === no ? [] : [rule(by === yes ? `${who} allows it` : `${who} may allow it`)];
}

/**
 * The alias itself has no policy; its key is a resource of its own (KMS API, CreateAlias). All other
 * operations are about the key, by whatever name it is called.
 */
function isAboutAlias({ action, resource }: PreparedRequest): boolean {
  return /^kms:(create|delete|update)alias$/.test(action) && resource.includes(':alias/');
}
