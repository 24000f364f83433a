import type { CompiledPolicySet } from '../compile-policy-set.ts';
import { granted } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { noRules, rule, type ServiceRules } from '../service-rules.ts';
import { maybe, no, yes } from '../tri.ts';
import { kmsGrants } from './grant-allows.ts';
import { worksAcrossAccounts } from './operations.ts';

/**
 * A key lets nobody in but by its policy or a grant; what an account's own policies say counts only
 * if the key policy leaves it to the account (KMS Developer Guide, "Key policies").
 */
export function kmsRules({ settings }: CompiledPolicySet, request: PreparedRequest): ServiceRules {
  // CreateKey, ListKeys and the like are about no key.
  if (request.withoutResource) return noRules;
  const { principal } = request;
  const foreign = 'account' in principal && principal.account !== request.resourceAccount;
  const extra = kmsGrants(request, settings.kms?.grants);
  const byGrant = granted(extra);
  const text = byGrant === yes ? 'a grant of the key allows it' : 'a grant of the key may allow it';
  return {
    ...noRules,
    resourceMustAllow: true,
    extra,
    grantReasons: byGrant === no ? [] : [rule(text)],
    rcpExempt: settings.kms?.manager === 'AWS' || request.action === 'kms:retiregrant',
    notCut: foreign && !worksAcrossAccounts(request.action) ? no : yes,
    cutText: `${request.action} does not work across accounts, whatever policies say`,
    // Whether a grantee of another account needs an Allow of its own is not documented.
    grantMayDoAlone: foreign && byGrant !== no ? maybe : no,
  };
}
