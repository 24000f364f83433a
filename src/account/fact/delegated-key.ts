import { compilePolicySet } from '../../decide/compile-policy-set.ts';
import { decide } from '../../decide/decide.ts';
import { parsePrincipalName } from '../../decide/principal.ts';
import { parseArn } from '../../model/arn.ts';
import type { PolicyText } from '../../model/policy.ts';
import type { Account } from '../account.ts';
import { openContext } from '../access/open-context.ts';
import { sidesOf } from '../access/sides.ts';
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
 * boundary, a service control policy or the key policy keep him from it.
 */
export function isKeptFromKey(account: Account, name: string, asked: KeyUseAsked): boolean {
  const principal = parsePrincipalName(name);
  if (principal === undefined) return false;
  const { action, key, without = [] } = asked;
  const sides = sidesOf(account);
  const { identity, boundary } = sides.principal(principal).policies;
  const { scp } = sides.organization;
  const set = compilePolicySet({
    identity,
    ...(boundary && { boundary }),
    ...(scp && { scp }),
    resource: sourced('key policy', asked.policy ?? defaultKeyPolicy(account)),
  });
  const resourceAccount = parseArn(key)?.account ?? account.id;
  const open = openContext(principal, resourceAccount);
  const context = { get: (one: string) => (without.includes(one) ? undefined : open.get(one)) };
  const { outcome } = decide(set, { principal, action, resource: key, resourceAccount, context });
  return outcome === 'explicitly-denied' || outcome === 'implicitly-denied';
}

function defaultKeyPolicy({ partition, id }: Account): PolicyText {
  const root = `arn:${partition}:iam::${id}:root`;
  const statement = { Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' };
  return { document: { Version: '2012-10-17', Statement: statement }, sha256: '' };
}
