import type { PolicyText } from '../model/policy.ts';
import type { Verdict } from '../model/verdict.ts';
import type { ReadPolicy } from '../account/fact/read-policy.ts';
import { roleTrust } from '../account/fact/role-trust.ts';
import { isServiceLinkedRole } from '../account/fact/service-linked-role.ts';
import { unlessDoubted } from './doubt.ts';
import { notApplicable, pass } from './verdict.ts';

export interface TrustedRole {
  /** ARN. */
  readonly id: string;
  /** Null when AWS gave none. */
  readonly trustPolicy: PolicyText | null;
}

/**
 * Judges a role that SageMaker may assume; others, and service-linked ones, are not applicable. An
 * odd trust policy makes both a pass and "not applicable" unknown.
 */
export function judgeExecutionRole(
  { id, trustPolicy }: TrustedRole,
  decide: (trust: ReadPolicy) => Verdict,
): Verdict {
  if (isServiceLinkedRole(id)) return notApplicable('a service-linked role, which AWS keeps');
  const trust = roleTrust(trustPolicy);
  switch (trust.execution) {
    case 'yes':
      return unlessDoubted(decide(trust), trust.doubts);
    case 'no':
      return notApplicable('SageMaker may not assume this role');
    case 'unclear':
      return unlessDoubted(pass(), trust.doubts);
  }
}
