import { notCollected } from '../../model/observed.ts';
import type { PolicyText } from '../../model/policy.ts';
import { readPolicy, type ReadPolicy } from './read-policy.ts';
import { sageMaker, trustsService } from './trust.ts';

export interface RoleTrust extends ReadPolicy {
  /**
   * Whether SageMaker may assume the role, which makes it an execution role. `unclear` when a
   * statement that we do not understand may say so.
   */
  readonly execution: 'yes' | 'no' | 'unclear';
}

/** A role's trust policy. Every role has one, so null (AWS gave none) leaves everything unclear. */
export function roleTrust(text: PolicyText | null): RoleTrust {
  const name = 'trust policy';
  if (text === null) {
    const doubts = [{ what: 'trustPolicy', why: notCollected('AWS gave no trust policy') }];
    return { name, policy: { version: 'missing', statements: [] }, doubts, execution: 'unclear' };
  }
  const read = readPolicy(name, text);
  if (trustsService(read.policy, sageMaker)) return { ...read, execution: 'yes' };
  return { ...read, execution: read.doubts.length > 0 ? 'unclear' : 'no' };
}
