import { isUnread, type Observed } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { PublicAccessBlock } from '../../model/resource/s3.ts';
import type { S3Settings } from '../../decide/settings.ts';
import type { Account } from '../account.ts';
import { accountBlock, effectiveBlock, noBlock } from '../fact/public-access-block.ts';
import type { ResourceSide } from './resource-policies.ts';
import { observedPolicy, unreadPolicy, unreadText } from './sourced-policy.ts';

/** `path`: the bucket's name, and after a slash the object's key. */
export function bucketSide(account: Account, path: string): ResourceSide {
  const [name = ''] = path.split('/');
  const bucket = account.find('s3.bucket', `arn:${account.partition}:s3:::${name}`);
  if (bucket === undefined) return unknownBucket(account, name);
  return {
    account: account.id,
    // `global` stands where the region could not be read.
    region: bucket.region === 'global' ? '' : bucket.region,
    policy: observedPolicy(`bucket policy of ${name}`, bucket.policy),
    settings: { s3: s3Settings(account, bucket) },
    bucket,
  };
}

/** Names of buckets are one space for all accounts: this one may be anybody's, or nobody's. */
function unknownBucket(account: Account, name: string): ResourceSide {
  const [gap] = account.gaps('s3.bucket');
  const why =
    gap === undefined
      ? `account ${account.id} has no bucket ${name}; it may be another account's`
      : `the list of buckets is not complete: ${unreadText(gap.why)}`;
  const policy = unreadPolicy(`bucket policy of ${name}`, why);
  return { account: gap === undefined ? '' : account.id, region: '', policy, settings: {} };
}

function s3Settings(
  account: Account,
  { ownership, acl, publicAccessBlock }: Resource<'s3.bucket'>,
): S3Settings {
  const owned = valueOf(ownership);
  const list = valueOf(acl);
  const counts = owned !== 'BucketOwnerEnforced';
  return {
    blockPublicAccess: blockOf(account, publicAccessBlock),
    // Buckets from before 2023 have no such setting; S3 then keeps ACLs in force.
    ownership: owned ?? 'ObjectWriter',
    ...(list !== undefined && { bucketAcl: list }),
    aclsUnknown: isUnread(ownership) || (counts && list === undefined),
  };
}

function blockOf(
  account: Account,
  own: Observed<PublicAccessBlock>,
): PublicAccessBlock | 'unknown' {
  const ofAccount = accountBlock(account);
  if (!ofAccount.read || isUnread(own)) return 'unknown';
  return effectiveBlock(ofAccount.block, valueOf(own) ?? noBlock);
}

/** `resource`: the ARN of an access point, or of an object behind one. */
export function accessPointSide(account: Account, resource: string): ResourceSide {
  const [arn = ''] = resource.split('/object/');
  const point = account.find('s3.access-point', arn);
  if (point === undefined) {
    const policy = unreadPolicy(`the policy of ${arn}`, 'not in the snapshot');
    return { account: account.id, region: '', policy, settings: {} };
  }
  const behind = bucketBehind(account, point);
  const s3 = behind.settings.s3;
  const name = valueOf(point.bucket) ?? 'unknown';
  return {
    account: account.id,
    region: point.region,
    policy: observedPolicy(`access point policy of ${point.name}`, point.policy),
    settings: {
      s3: {
        ...s3,
        blockPublicAccess: pointBlock(s3?.blockPublicAccess ?? 'unknown', point.publicAccessBlock),
        bucketBehind: {
          arn: `arn:${account.partition}:s3:::${name}`,
          ...(behind.policy && { policy: behind.policy }),
        },
      },
    },
    ...(behind.bucket && { bucket: behind.bucket }),
    point,
  };
}

function bucketBehind(account: Account, { id, bucket }: Resource<'s3.access-point'>): ResourceSide {
  if (bucket.state === 'present') return bucketSide(account, bucket.value);
  const why = isUnread(bucket) ? unreadText(bucket) : 'AWS did not name it';
  const policy = unreadPolicy(`the policy of the bucket behind ${id}`, why);
  return { account: account.id, region: '', policy, settings: {} };
}

/** An access point's own block counts beside that of bucket and account. */
function pointBlock(
  ofBucket: NonNullable<S3Settings['blockPublicAccess']>,
  own: Observed<PublicAccessBlock>,
): PublicAccessBlock | 'unknown' {
  if (ofBucket === 'unknown' || isUnread(own)) return 'unknown';
  return effectiveBlock({ ...noBlock, ...ofBucket }, valueOf(own) ?? noBlock);
}

function valueOf<T>(observed: Observed<T>): T | undefined {
  return observed.state === 'present' ? observed.value : undefined;
}
