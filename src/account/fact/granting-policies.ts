import { isUnread, notCollected } from '../../model/observed.ts';
import type { AttachedPolicy, NamedPolicy } from '../../model/policy.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { readPolicy, type ReadPolicy } from './read-policy.ts';

export interface GrantingPolicies {
  /** Named `inline policy NAME`, or by the managed policy's ARN. */
  readonly policies: readonly ReadPolicy[];
  /** Attached policies whose document is not known, and what is odd about the others. */
  readonly missing: readonly Missing[];
}

/** The documents behind a principal's inline and attached policies. */
export function grantingPolicies(
  account: Account,
  inline: readonly NamedPolicy[],
  attached: readonly AttachedPolicy[],
): GrantingPolicies {
  const policies = inline.map((one) => readPolicy(`inline policy ${one.name}`, one));
  const missing: Missing[] = [];
  for (const { arn } of attached) {
    const document = account.find('iam.policy', arn)?.document;
    if (document?.state === 'present') {
      policies.push(readPolicy(arn, document.value));
    } else {
      const read = document !== undefined && isUnread(document) ? document : undefined;
      missing.push({
        what: `document of ${arn}`,
        why: read ?? notCollected('not in the snapshot'),
      });
    }
  }
  return { policies, missing: [...missing, ...policies.flatMap((one) => one.doubts)] };
}
