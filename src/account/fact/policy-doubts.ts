import { notCollected } from '../../model/observed.ts';
import type { Missing } from '../../model/verdict.ts';
import type { ParsedPolicy } from '../../policy/parse-policy.ts';

/**
 * What keeps a policy from being fully understood; `name` is e.g. `bucket policy`. While this is
 * not empty, nothing good may be concluded from what the statements do not say.
 */
export function policyDoubts(name: string, parsed: ParsedPolicy): readonly Missing[] {
  return parsed.oddities.map((oddity) => ({
    what: `${name} at ${oddity.at === '' ? 'its root' : oddity.at}`,
    why: notCollected(`not understood: ${oddity.message}`),
    mend: 'correct the policy document, or report the element to leastwise',
  }));
}
