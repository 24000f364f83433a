import type { PolicyText } from '../model/policy.ts';
import type { Verdict } from '../model/verdict.ts';
import type { ReadPolicy } from '../account/fact/read-policy.ts';
import { roleTrust } from '../account/fact/role-trust.ts';
import { unlessDoubted } from './doubt.ts';
import { notApplicable, pass } from './verdict.ts';

/**
 * Judges a role that SageMaker may assume; others are not applicable. An odd trust policy makes
 * both a pass and "not applicable" unknown.
 */
export function judgeExecutionRole(
  trustPolicy: PolicyText | null,
  decide: (trust: ReadPolicy) => Verdict,
): Verdict {
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
