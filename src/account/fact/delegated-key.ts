import { compilePolicySet } from '../../decide/compile-policy-set.ts';
import { decide } from '../../decide/decide.ts';
import { parsePrincipalName } from '../../decide/principal.ts';
import { parseArn } from '../../model/arn.ts';
import type { Account } from '../account.ts';
import { openContext } from '../access/open-context.ts';
import { sidesOf } from '../access/sides.ts';
import { sourced } from '../access/sourced-policy.ts';

export interface KeyUseAsked {
  readonly action: string;
  /** ARN. */
  readonly key: string;
}

/**
 * If true, no request of the role for the key is allowed, even where the key policy leaves all to the
 * role's account: its own policies, its boundary or a service control policy keep it from it.
 */
export function isKeptFromKey(
  account: Account,
  role: string,
  { action, key }: KeyUseAsked,
): boolean {
  const principal = parsePrincipalName(role);
  if (principal === undefined) return false;
  const sides = sidesOf(account);
  const { identity, boundary } = sides.principal(principal).policies;
  const { scp } = sides.organization;
  const set = compilePolicySet({
    identity,
    ...(boundary && { boundary }),
    ...(scp && { scp }),
    resource: sourced('default key policy', {
      document: {
        Version: '2012-10-17',
        Statement: {
          Effect: 'Allow',
          Principal: { AWS: `arn:${account.partition}:iam::${account.id}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
      },
      sha256: '',
    }),
  });
  const resourceAccount = parseArn(key)?.account ?? account.id;
  const context = openContext(principal, resourceAccount);
  const { outcome } = decide(set, { principal, action, resource: key, resourceAccount, context });
  return outcome === 'explicitly-denied' || outcome === 'implicitly-denied';
}
