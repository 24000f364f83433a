import type { Account } from '../account/account.ts';
import { keyApproval } from '../account/fact/key-approval.ts';
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
  if (approval?.is === 'not-approved') return notApplicable('not among inputs.approvedKeys');
  return decide();
}
