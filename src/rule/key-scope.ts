import type { Account } from '../account/account.ts';
import { keyApproval } from '../account/fact/key-approval.ts';
import { unmatchedKeys } from '../account/fact/unmatched-key.ts';
import { notCollected } from '../model/observed.ts';
import type { Resource } from '../model/resource.ts';
import type { Verdict } from '../model/verdict.ts';
import { notApplicable, unknown } from './verdict.ts';

export interface KeyInScope {
  /** ARN. */
  readonly id: string;
  /** `CUSTOMER` or `AWS`; null when AWS did not say. */
  readonly manager: string | null;
}

/** Judges a customer-managed key that is approved, where keys are declared. */
export function onCustomerKey(account: Account, key: KeyInScope, decide: () => Verdict): Verdict {
  if (key.manager === 'AWS') return notApplicable('an AWS managed key');
  const self = account.find('kms.key', key.id);
  const approval = self === undefined ? undefined : keyApproval(account, self);
  if (approval?.is === 'unknown') return unknown(approval.missing);
  if (approval?.is === 'not-approved') return outOfScope(account);
  return decide();
}

/**
 * The same, for rules about what is read of customer-managed keys alone. Were it among a rule's
 * needs, nothing could be said of the keys that AWS manages.
 */
export function withCustomerKey(
  account: Account,
  key: KeyInScope,
  decide: (key: Resource<'kms.key'>) => Verdict,
): Verdict {
  return onCustomerKey(account, key, () => {
    const self = account.find('kms.key', key.id);
    const why = notCollected('the key is not in the snapshot');
    return self === undefined ? unknown({ what: key.id, why }) : decide(self);
  });
}

/** With a name declared that no key has, this may be the very key that was meant. */
function outOfScope(account: Account): Verdict {
  const what = 'inputs.approvedKeys';
  const unmatched = unmatchedKeys(account);
  if (unmatched.length === 0) return notApplicable(`not among ${what}`);
  return unknown({
    what,
    why: notCollected(`no key was found for ${unmatched.join(', ')}`),
    mend: `correct or remove the name in ${what} of leastwise.yaml`,
  });
}
