import { compilePolicySet } from '../../decide/compile-policy-set.ts';
import { decide } from '../../decide/decide.ts';
import type { PolicySet } from '../../decide/policy-set.ts';
import { parsePrincipalName, type Principal } from '../../decide/principal.ts';
import { parseArn } from '../../model/arn.ts';
import type { PolicyText } from '../../model/policy.ts';
import type { Account } from '../account.ts';
import { openContext } from '../access/open-context.ts';
import { organizationSide } from '../access/organization-policies.ts';
import { principalSide } from '../access/principal-side.ts';
import { sourced } from '../access/sourced-policy.ts';

export interface KeyUseAsked {
  readonly action: string;
  /** ARN. */
  readonly key: string;
  /** Undefined: the default one, which leaves all to the account of the principal. */
  readonly policy?: PolicyText;
  /** Keys in lower case that no request carries. */
  readonly without?: readonly string[];
}

/**
 * If true, no request of the principal for the key is allowed but by a grant: his own policies, his
 * boundary, the key policy or a service control policy keep him from it. The organisation is looked
 * at only where the others do not.
 */
export function isKeptFromKey(account: Account, name: string, asked: KeyUseAsked): boolean {
  const principal = parsePrincipalName(name);
  if (principal === undefined) return false;
  const { identity, boundary } = principalSide(account, principal).policies;
  const own: PolicySet = {
    identity,
    ...(boundary && { boundary }),
    resource: sourced('key policy', asked.policy ?? defaultKeyPolicy(account)),
  };
  if (isDenied(account, principal, { ...asked, policies: own })) return true;
  const { scp } = organizationSide(account);
  return scp !== undefined && isDenied(account, principal, { ...asked, policies: { ...own, scp } });
}

function isDenied(
  account: Account,
  principal: Principal,
  { action, key, policies, without = [] }: KeyUseAsked & { readonly policies: PolicySet },
): boolean {
  const resourceAccount = parseArn(key)?.account ?? account.id;
  const open = openContext(principal, resourceAccount);
  const context = { get: (one: string) => (without.includes(one) ? undefined : open.get(one)) };
  const request = { principal, action, resource: key, resourceAccount, context };
  const { outcome } = decide(compilePolicySet(policies), request);
  return outcome === 'explicitly-denied' || outcome === 'implicitly-denied';
}

function defaultKeyPolicy({ partition, id }: Account): PolicyText {
  const root = `arn:${partition}:iam::${id}:root`;
  const statement = { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' };
  return { document: { Version: '2012-10-17', Statement: statement }, sha256: '' };
}
