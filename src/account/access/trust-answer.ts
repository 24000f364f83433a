import { compilePolicySet } from '../../decide/compile-policy-set.ts';
import { decide } from '../../decide/decide.ts';
import type { Decision } from '../../decide/decision.ts';
import { parsePrincipalName, type Principal } from '../../decide/principal.ts';
import type { PolicyText } from '../../model/policy.ts';
import type { Account } from '../account.ts';
import { openContext } from './open-context.ts';
import { allowEverything, sourced } from './sourced-policy.ts';

export interface TrustAnswer {
  /** E.g. `sts:AssumeRole`. */
  readonly action: string;
  readonly decision: Decision;
  /**
   * One caller is meant, not an account or a provider with many: what is denied to it in every
   * context is denied for good.
   */
  readonly exact: boolean;
}

/**
 * May the principal of this name, as trust policies name it, enter the role? By the trust policy
 * alone: what its own account lets it do is taken to suffice. Undefined for a name that is none.
 */
export function trustAnswer(
  account: Account,
  { id, trust }: { readonly id: string; readonly trust: PolicyText },
  name: string,
): TrustAnswer | undefined {
  const principal = principalOf(name);
  if (principal === undefined) return undefined;
  const policy = sourced('trust policy', trust);
  const set = compilePolicySet({ identity: [allowEverything], resource: policy });
  const action = actionOf(principal);
  const context = openContext(principal, account.id);
  const request = { principal, action, resource: id, resourceAccount: account.id, context };
  const decision = decide(set, request);
  return { action, decision, exact: principal.kind === 'user' || principal.kind === 'role' };
}

/** `*` is tried with the least of all callers. */
function principalOf(name: string): Principal | undefined {
  if (name === '*') return { kind: 'anonymous' };
  const parsed = parsePrincipalName(name);
  const provider = /^[a-z0-9.-]+\.[a-z]+(\/.*)?$/.test(name);
  return parsed ?? (provider ? { kind: 'federated', provider: name } : undefined);
}

function actionOf(principal: Principal): string {
  if (principal.kind !== 'federated') return 'sts:AssumeRole';
  const saml = principal.provider.includes(':saml-provider/');
  return saml ? 'sts:AssumeRoleWithSAML' : 'sts:AssumeRoleWithWebIdentity';
}
