import { notCollected } from '../../model/observed.ts';
import type { Policy, PolicyText } from '../../model/policy.ts';
import type { Missing } from '../../model/verdict.ts';
import { parsePolicy } from '../../policy/parse-policy.ts';

export interface ReadPolicy {
  /** E.g. `bucket policy`, or a managed policy's ARN. */
  readonly name: string;
  readonly policy: Policy;
  /**
   * What keeps the document from being fully understood. While it is not empty, nothing good may
   * be concluded from what the statements do not say.
   */
  readonly doubts: readonly Missing[];
}

/** Never throws: what cannot be understood is a doubt. */
export function readPolicy(name: string, text: PolicyText): ReadPolicy {
  const { policy, oddities } = parsePolicy(text);
  const doubts = oddities.map((oddity) => ({
    what: `${name} at ${oddity.at === '' ? 'its root' : oddity.at}`,
    why: notCollected(`not understood: ${oddity.message}`),
    mend: 'correct the policy document, or report the element to leastwise',
  }));
  return { name, policy, doubts };
}
