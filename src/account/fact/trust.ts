import type { Policy, Statement } from '../../model/policy.ts';
import { matchesAction } from './action-match.ts';
import { namesEveryone } from './everyone.ts';

export const sageMaker = 'sagemaker.amazonaws.com';

/** The Allow statements of a trust policy by which `service` (or everybody) may assume the role. */
export function trustStatements(policy: Policy, service: string): readonly Statement[] {
  return policy.statements.filter(
    (one) =>
      one.effect === 'Allow' &&
      matchesAction(one.action, 'sts:AssumeRole') &&
      (namesEveryone(one.principal) || one.principal?.service.includes(service) === true),
  );
}

export function trustsService(policy: Policy, service: string): boolean {
  return trustStatements(policy, service).length > 0;
}
