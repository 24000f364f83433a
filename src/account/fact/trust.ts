import type { Condition, Policy, Statement } from '../../model/policy.ts';
import { parseOperator } from '../../policy/operator.ts';
import { matchesAction } from './action-match.ts';
import { namesEveryone } from '../../policy/binding/everyone.ts';

export const sageMaker = 'sagemaker.amazonaws.com';

/** The Allow statements of a trust policy by which `service` (or everybody) may assume the role. */
export function trustStatements(policy: Policy, service: string): readonly Statement[] {
  return policy.statements.filter(
    (one) =>
      one.effect === 'Allow' &&
      matchesAction(one.action, 'sts:AssumeRole') &&
      ((namesEveryone(one.principal) && !one.conditions.some(demandsMember)) ||
        one.principal?.service.includes(service) === true),
  );
}

/**
 * Only members of an organisation have these keys in their requests (IAM User Guide, global
 * condition keys: availability), and a service is a member of none. A statement for everybody of an
 * organisation is therefore no trust in a service.
 */
function demandsMember({ operator, key, values }: Condition): boolean {
  const parsed = parseOperator(operator);
  if (parsed === undefined || parsed.negated || parsed.ifExists || parsed.set === 'all')
    return false;
  const known = ['aws:principalorgid', 'aws:principalorgpaths'].includes(key.toLowerCase());
  return known && parsed.base.startsWith('String') && values.length > 0;
}

export function trustsService(policy: Policy, service: string): boolean {
  return trustStatements(policy, service).length > 0;
}
