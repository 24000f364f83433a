import type { PrincipalElement } from '../../model/policy.ts';

/**
 * True iff an Allow's element lets everybody in: `"*"`, a list with `*` in it, or `NotPrincipal`,
 * which admits all but those listed, anonymous callers included.
 */
export function namesEveryone(principal: PrincipalElement | undefined): boolean {
  if (principal === undefined) return false;
  const { aws, service, federated, canonicalUser } = principal;
  const lists = [aws, service, federated, canonicalUser];
  return principal.not || principal.everyone || lists.some((names) => names.includes('*'));
}
