import { notCollected } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { findPrincipal } from './find-principal.ts';
import { sidesOf } from './sides.ts';

/**
 * What is not known of the policies on the side of a role or user: its own, its boundary, and the
 * service control policies. While it is not empty, no request of it is surely let through.
 */
export function ownSideGaps(account: Account, arn: string): readonly Missing[] {
  const sides = sidesOf(account);
  const { identity, boundary = [] } = sides.principal(findPrincipal(account, arn)).policies;
  const { scp = [] } = sides.organization;
  return [...identity, ...boundary, ...scp.flat()].flatMap(({ name, oddities: [oddity] }) =>
    oddity === undefined ? [] : [{ what: name, why: notCollected(oddity.message) }],
  );
}
