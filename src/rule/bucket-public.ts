import type { Account } from '../account/account.ts';
import { accountBlock, effectiveBlock, noBlock } from '../account/fact/public-access-block.ts';
import { notCollected } from '../model/observed.ts';
import type { Resource } from '../model/resource.ts';
import type { PublicAccessBlock } from '../model/resource/s3.ts';
import { aclExposure, policyExposure, type Exposed, type Exposure } from './bucket-exposure.ts';
import { read } from './matcher-subject.ts';
import { UnknownError } from './unknown-error.ts';

type Bucket = Resource<'s3.bucket'>;

/**
 * How strangers get into a bucket by its own ACL and policy, in words; empty iff they do not. Throws
 * `UnknownError` if a setting that decides was not read, or if its policy is not understood.
 */
export function publicWays(bucket: Bucket, account: Account): readonly string[] {
  const exposed = exposedOf(bucket, account);
  const exposures = [aclOf(bucket, exposed), policyOf(bucket, exposed)];
  const ways = exposures.flatMap(({ evidence }) => evidence.map((one) => one.got));
  const [doubt, ...doubts] = exposures.flatMap(({ missing }) => missing);
  if (ways.length === 0 && doubt !== undefined) throw new UnknownError(doubt, ...doubts);
  return ways;
}

function blockOf(bucket: Bucket, account: Account): PublicAccessBlock {
  const ofAccount = accountBlock(account);
  if (!ofAccount.read) throw new UnknownError(ofAccount.missing);
  const own = read(bucket, 'publicAccessBlock', bucket.publicAccessBlock) ?? noBlock;
  return effectiveBlock(ofAccount.block, own);
}

function exposedOf(bucket: Bucket, account: Account): Exposed {
  const policy = read(bucket, 'policy', bucket.policy);
  return { account, bucket: bucket.id, policy, block: blockOf(bucket, account) };
}

function aclOf(bucket: Bucket, exposed: Exposed): Exposure {
  const ownership = read(bucket, 'ownership', bucket.ownership);
  const acl = read(bucket, 'acl', bucket.acl);
  if (acl === null && ownership !== 'BucketOwnerEnforced') {
    throw new UnknownError({ what: `acl of ${bucket.id}`, why: notCollected('S3 gave no ACL') });
  }
  return aclExposure({ ...exposed, acl, ownership });
}

function policyOf(bucket: Bucket, exposed: Exposed): Exposure {
  const status = read(bucket, 'policyStatus', bucket.policyStatus);
  return policyExposure({ ...exposed, isPublic: status?.isPublic ?? null });
}
