import type { Account } from '../account/account.ts';
import { customerKey } from '../account/fact/customer-key.ts';
import type { Verdict } from '../model/verdict.ts';
import { fail, pass, unknown } from './verdict.ts';

export interface KeyUse {
  /** Key id, ARN or alias as the resource gives it; null when it names none. */
  readonly reference: string | null;
  /** The resource's region. */
  readonly region: string;
  /** The field that holds the reference. */
  readonly field: string;
}

/** Passes iff the key is customer-managed for certain, and approved where keys are declared. */
export function judgeCustomerKey(account: Account, use: KeyUse): Verdict {
  const { reference, region, field } = use;
  const declared = account.inputs.approvedKeys !== null;
  const expected = declared ? 'an approved customer-managed KMS key' : 'a customer-managed KMS key';
  if (reference === null) return fail({ finding: 'no-key', expected, got: 'no key', field });
  const key = customerKey(account, reference, region);
  switch (key.is) {
    case 'customer':
      return pass();
    case 'unapproved':
      return fail({ finding: 'unapproved-key', expected, got: key.key, field });
    case 'aws-managed':
      return fail({
        finding: 'aws-managed-key',
        expected,
        got: `the AWS managed key ${reference}`,
        field,
      });
    case 'none':
      return fail({
        finding: 'no-such-key',
        expected,
        got: `${reference}, which is no key of this account in ${region}`,
        field,
      });
    case 'unknown':
      return unknown(key.missing);
  }
}
