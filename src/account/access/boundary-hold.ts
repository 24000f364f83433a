import { compilePolicySet } from '../../decide/compile-policy-set.ts';
import { decide } from '../../decide/decide.ts';
import type { Decision } from '../../decide/decision.ts';
import { parsePrincipalName } from '../../decide/principal.ts';
import type { Account } from '../account.ts';
import { openContext } from './open-context.ts';
import { managedPolicy } from './principal-policies.ts';
import { allowEverything } from './sourced-policy.ts';

/** A call that would free a role of its permissions boundary, and whether the boundary allows it. */
export interface WayOut {
  readonly action: string;
  readonly resource: string;
  readonly decision: Decision;
}

const otherBoundary = { 'iam:permissionsboundary': 'arn:aws:iam::aws:policy/AdministratorAccess' };

/**
 * May a role, were it allowed everything by its own policies, take the boundary off or rewrite it?
 * The engine's answers, by the boundary alone: it should hold without the organisation's help.
 */
export function waysOut(account: Account, role: string, boundary: string): readonly WayOut[] {
  const ways = [
    { action: 'iam:DeleteRolePermissionsBoundary', resource: role, given: {} },
    { action: 'iam:PutRolePermissionsBoundary', resource: role, given: otherBoundary },
    // Those of AWS can be changed by AWS alone.
    ...(/^arn:[^:]*:iam::\d{12}:/.test(boundary)
      ? [
          { action: 'iam:CreatePolicyVersion', resource: boundary, given: {} },
          { action: 'iam:SetDefaultPolicyVersion', resource: boundary, given: {} },
        ]
      : []),
  ];
  const ask = asker(account, role, boundary);
  return ways.flatMap(({ given, ...way }) => {
    const decision = ask(way.action, way.resource, given);
    return decision === undefined ? [] : [{ ...way, decision }];
  });
}

type Ask = (
  action: string,
  resource: string,
  given: { readonly [key: string]: string },
) => Decision | undefined;

function asker(account: Account, role: string, boundary: string): Ask {
  const principal = parsePrincipalName(role);
  if (principal === undefined) return () => undefined;
  const set = compilePolicySet({
    identity: [allowEverything],
    boundary: [managedPolicy(account, boundary)],
  });
  return (action, resource, given) => {
    const context = openContext(principal, account.id, given);
    return decide(set, { principal, action, resource, resourceAccount: account.id, context });
  };
}
