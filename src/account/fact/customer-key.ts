import { isUnread, notCollected } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { keyApproval } from './key-approval.ts';

/** What stands behind a key reference, as far as rules about customer-managed keys care. */
export type CustomerKey =
  | { readonly is: 'customer' }
  /** A customer-managed key that is not among `inputs.approvedKeys`. */
  | { readonly is: 'unapproved'; readonly key: string }
  | { readonly is: 'aws-managed' }
  /** The account has no such key. */
  | { readonly is: 'none' }
  | { readonly is: 'unknown'; readonly missing: Missing };

/** Resolves a key id, ARN, alias or alias ARN as used in `region`. */
export function customerKey(account: Account, reference: string, region: string): CustomerKey {
  // `alias/aws/` is reserved for AWS managed keys, which need not be listed to be known as such.
  if (/^(arn:[^:]*:kms:[^:]*:[^:]*:)?alias\/aws\//.test(reference)) return { is: 'aws-managed' };
  // Another account's key cannot be read, but a declaration vouches for it; AWS managed keys do not
  // work across accounts, so it is a customer's.
  if (account.inputs.approvedKeys?.includes(reference) === true && isForeign(account, reference)) {
    return { is: 'customer' };
  }
  const lookup = account.key(reference, region);
  switch (lookup.found) {
    case 'key':
      return judgeKey(account, lookup.key);
    case 'none':
      return { is: 'none' };
    case 'unknown':
      return { is: 'unknown', missing: lookup.missing };
  }
}

/** True iff the reference is a customer-managed key for certain, and approved where declared. */
export function isCustomerKey(account: Account, reference: string, region: string): boolean {
  return customerKey(account, reference, region).is === 'customer';
}

function isForeign(account: Account, reference: string): boolean {
  const owner = /^arn:[^:]*:kms:[^:]*:(\d{12}):key\//.exec(reference)?.[1];
  return owner !== undefined && owner !== account.id;
}

function judgeKey(account: Account, key: Resource<'kms.key'>): CustomerKey {
  const { manager } = key;
  if (isUnread(manager)) return unknownKey({ what: `manager of ${key.id}`, why: manager });
  if (manager.state !== 'present') {
    return unknownKey({ what: `manager of ${key.id}`, why: notCollected('AWS did not say') });
  }
  if (manager.value !== 'CUSTOMER') return { is: 'aws-managed' };
  const approval = keyApproval(account, key);
  switch (approval.is) {
    case 'approved':
      return { is: 'customer' };
    case 'not-approved':
      return { is: 'unapproved', key: key.id };
    case 'unknown':
      return unknownKey(approval.missing);
  }
}

function unknownKey(missing: Missing): CustomerKey {
  return { is: 'unknown', missing };
}
