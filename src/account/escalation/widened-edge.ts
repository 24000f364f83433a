import { compilePolicySet } from '../../decide/compile-policy-set.ts';
import { decide } from '../../decide/decide.ts';
import { parsePrincipalName } from '../../decide/principal.ts';
import { openContext } from '../access/open-context.ts';
import { sidesOf } from '../access/sides.ts';
import { allowEverything } from '../access/sourced-policy.ts';
import type { Account } from '../account.ts';
import type { EscalationEdge } from './edge.ts';
import { nameOf } from './name-of.ts';

/**
 * Who widens its own policies gives itself what it takes to become anybody: a new trust policy of a
 * role, or an access key of a user. Undefined if its boundary or the organisation bars that.
 */
export function widenedEdge(
  account: Account,
  edge: EscalationEdge,
  to: string,
): EscalationEdge | undefined {
  const principal = parsePrincipalName(edge.from);
  if (principal === undefined) return undefined;
  const sides = sidesOf(account);
  const { boundary } = sides.principal(principal).policies;
  const { scp } = sides.organization;
  const set = compilePolicySet({
    identity: [allowEverything],
    ...(boundary && { boundary }),
    ...(scp && { scp }),
  });
  const isRole = to.includes(':role/');
  const action = isRole ? 'iam:UpdateAssumeRolePolicy' : 'iam:CreateAccessKey';
  const context = openContext(principal, account.id);
  const request = { principal, action, resource: to, resourceAccount: account.id, context };
  const { outcome } = decide(set, request);
  if (outcome === 'implicitly-denied' || outcome === 'explicitly-denied') return undefined;
  return {
    from: edge.from,
    to,
    path: 'ESC-16',
    is: edge.is === 'yes' && outcome === 'allowed' ? 'yes' : 'may',
    ...(outcome === 'unknown' && { doubt: 'whether the organisation bars it cannot be told' }),
    words: `${isRole ? 'lets itself into' : 'makes an access key of'} ${nameOf(to)}`,
    pairs: [],
  };
}
