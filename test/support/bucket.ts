import { present } from '../../src/model/observed.ts';
import type { Fields, Identity } from '../../src/model/resource.ts';
import type { PublicAccessBlock } from '../../src/model/resource/s3.ts';
import { build } from './build.ts';

/** A bucket with the ARN that buckets have. */
export function bucket(
  fields: Partial<Fields<'s3.bucket'>> = {},
  name = 'models',
): Identity<'s3.bucket'> & Fields<'s3.bucket'> {
  return build('s3.bucket', fields, { id: `arn:aws:s3:::${name}`, name });
}

/** The account-wide S3 settings. */
export function s3Account(block: PublicAccessBlock): Identity<'s3.account'> & Fields<'s3.account'> {
  return build('s3.account', { publicAccessBlock: present(block) });
}

/** All four flags the same, but those given. */
export function blockOf(all: boolean, changes: Partial<PublicAccessBlock> = {}): PublicAccessBlock {
  return {
    blockPublicAcls: all,
    ignorePublicAcls: all,
    blockPublicPolicy: all,
    restrictPublicBuckets: all,
    ...changes,
  };
}
