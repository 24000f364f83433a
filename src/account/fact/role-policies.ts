import { isUnread, notCollected } from '../../model/observed.ts';
import type { AttachedPolicy, NamedPolicy } from '../../model/policy.ts';
import type { Missing } from '../../model/verdict.ts';
import { parsePolicy, type ParsedPolicy } from '../../policy/parse-policy.ts';
import type { Account } from '../account.ts';

export interface GrantingPolicy {
  /** `inline policy NAME`, or the managed policy's ARN. */
  readonly name: string;
  readonly parsed: ParsedPolicy;
}

export interface GrantingPolicies {
  readonly policies: readonly GrantingPolicy[];
  /** Attached policies whose document is not known. */
  readonly missing: readonly Missing[];
}

/** The documents behind a principal's inline and attached policies. */
export function grantingPolicies(
  account: Account,
  inline: readonly NamedPolicy[],
  attached: readonly AttachedPolicy[],
): GrantingPolicies {
  const policies: GrantingPolicy[] = inline.map((one) => ({
    name: `inline policy ${one.name}`,
    parsed: parsePolicy(one),
  }));
  const missing: Missing[] = [];
  for (const { arn } of attached) {
    const document = account.find('iam.policy', arn)?.document;
    if (document?.state === 'present') {
      policies.push({ name: arn, parsed: parsePolicy(document.value) });
    } else {
      const read = document !== undefined && isUnread(document) ? document : undefined;
      missing.push({
        what: `document of ${arn}`,
        why: read ?? notCollected('not in the snapshot'),
      });
    }
  }
  return { policies, missing };
}
