import { isUnread, notCollected } from '../../model/observed.ts';
import type { PublicAccessBlock } from '../../model/resource/s3.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';

export const noBlock: PublicAccessBlock = {
  blockPublicAcls: false,
  ignorePublicAcls: false,
  blockPublicPolicy: false,
  restrictPublicBuckets: false,
};

export const blockFlags = Object.keys(noBlock) as readonly (keyof PublicAccessBlock)[];

export type AccountBlock =
  | { readonly read: true; readonly block: PublicAccessBlock }
  | { readonly read: false; readonly missing: Missing };

/** The account-wide setting; no setting blocks nothing. */
export function accountBlock(account: Account): AccountBlock {
  const what = 'publicAccessBlock of the account';
  const [settings] = account.all('s3.account');
  if (settings === undefined) {
    const [gap] = account.gaps('s3.account');
    return { read: false, missing: gap ?? { what, why: notCollected('not in the snapshot') } };
  }
  const observed = settings.publicAccessBlock;
  if (isUnread(observed)) return { read: false, missing: { what, why: observed } };
  return { read: true, block: observed.state === 'present' ? observed.value : noBlock };
}

/** S3 applies the stricter of the account's and the bucket's setting, flag by flag. */
export function effectiveBlock(
  ofAccount: PublicAccessBlock,
  ofBucket: PublicAccessBlock,
): PublicAccessBlock {
  return {
    blockPublicAcls: ofAccount.blockPublicAcls || ofBucket.blockPublicAcls,
    ignorePublicAcls: ofAccount.ignorePublicAcls || ofBucket.ignorePublicAcls,
    blockPublicPolicy: ofAccount.blockPublicPolicy || ofBucket.blockPublicPolicy,
    restrictPublicBuckets: ofAccount.restrictPublicBuckets || ofBucket.restrictPublicBuckets,
  };
}
