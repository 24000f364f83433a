import type { Observed } from '../../model/observed.ts';
import type { FieldName, Fields } from '../../model/resource.ts';
import type { S3Bucket } from '../../model/resource/s3.ts';
import type { Aws } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { observedPolicyText } from '../reply/policy-text.ts';
import { publicAccessBlockOf } from './public-access-block.ts';
import * as reply from './bucket-reply.ts';
import { tagsOf } from '../reply/tag-map.ts';

/** Every call on a bucket names its owner, lest another account took the name meanwhile. */
interface BucketInput {
  readonly Bucket: string;
  readonly ExpectedBucketOwner: string;
}

/** `createdAt` comes with the list, `acl` waits for `ownership`. */
type Setting = Exclude<FieldName<'s3.bucket'>, 'createdAt' | 'acl'>;

type Reads = {
  readonly [N in Setting]: (aws: Aws, bucket: BucketInput) => Promise<Observed<S3Bucket[N]>>;
};

export const bucketSettingOperations = {
  's3:GetBucketPolicy': 's3:GetBucketPolicy',
  's3:GetBucketPolicyStatus': 's3:GetBucketPolicyStatus',
  's3:GetBucketEncryption': 's3:GetEncryptionConfiguration',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:GetBucketOwnershipControls': 's3:GetBucketOwnershipControls',
  's3:GetBucketAcl': 's3:GetBucketAcl',
  's3:GetBucketTagging': 's3:GetBucketTagging',
  's3:GetBucketVersioning': 's3:GetBucketVersioning',
  's3:GetBucketLogging': 's3:GetBucketLogging',
  's3:GetBucketNotificationConfiguration': 's3:GetBucketNotification',
  's3:GetBucketAccelerateConfiguration': 's3:GetAccelerateConfiguration',
  's3:GetBucketAbac': 's3:GetBucketAbac',
  's3:GetBucketLifecycleConfiguration': 's3:GetLifecycleConfiguration',
  's3:GetBucketReplication': 's3:GetReplicationConfiguration',
  's3:GetObjectLockConfiguration': 's3:GetBucketObjectLockConfiguration',
  's3:GetBucketWebsite': 's3:GetBucketWebsite',
  's3:GetBucketCors': 's3:GetBucketCORS',
} as const;

/**
 * How each setting is read. The codes are those by which S3 says "there is none"; NoSuchBucket has
 * the same HTTP status and is not among them, for it means that the bucket is gone.
 */
const reads: Reads = {
  policy: async (aws, bucket) =>
    observedPolicyText(
      await observe(aws, 's3:GetBucketPolicy', bucket, (r) => required(r.Policy, 'Policy'), {
        absent: ['NoSuchBucketPolicy'],
      }),
      's3:GetBucketPolicy',
    ),
  policyStatus: (aws, bucket) =>
    observe(aws, 's3:GetBucketPolicyStatus', bucket, reply.policyStatus, {
      absent: ['NoSuchBucketPolicy'],
    }),
  encryption: (aws, bucket) =>
    observe(aws, 's3:GetBucketEncryption', bucket, reply.encryption, {
      absent: ['ServerSideEncryptionConfigurationNotFoundError'],
    }),
  publicAccessBlock: (aws, bucket) =>
    observe(
      aws,
      's3:GetPublicAccessBlock',
      bucket,
      (r) => publicAccessBlockOf(r.PublicAccessBlockConfiguration),
      { absent: ['NoSuchPublicAccessBlockConfiguration'] },
    ),
  ownership: (aws, bucket) =>
    observe(aws, 's3:GetBucketOwnershipControls', bucket, reply.ownership, {
      absent: ['OwnershipControlsNotFoundError'],
    }),
  tags: (aws, bucket) =>
    observe(aws, 's3:GetBucketTagging', bucket, (r) => tagsOf(required(r.TagSet, 'TagSet')), {
      absent: ['NoSuchTagSet'],
    }),
  versioning: (aws, bucket) => observe(aws, 's3:GetBucketVersioning', bucket, reply.versioning),
  logging: (aws, bucket) => observe(aws, 's3:GetBucketLogging', bucket, reply.logging),
  notifications: (aws, bucket) =>
    observe(aws, 's3:GetBucketNotificationConfiguration', bucket, reply.notifications),
  acceleration: (aws, bucket) =>
    observe(aws, 's3:GetBucketAccelerateConfiguration', bucket, (r) => r.Status),
  abac: (aws, bucket) => observe(aws, 's3:GetBucketAbac', bucket, (r) => r.AbacStatus?.Status),
  lifecycle: (aws, bucket) =>
    observe(aws, 's3:GetBucketLifecycleConfiguration', bucket, reply.lifecycle, {
      absent: ['NoSuchLifecycleConfiguration'],
    }),
  replication: (aws, bucket) =>
    observe(aws, 's3:GetBucketReplication', bucket, reply.replication, {
      absent: ['ReplicationConfigurationNotFoundError'],
    }),
  objectLock: (aws, bucket) =>
    observe(aws, 's3:GetObjectLockConfiguration', bucket, reply.objectLock, {
      absent: ['ObjectLockConfigurationNotFoundError'],
    }),
  website: (aws, bucket) =>
    observe(aws, 's3:GetBucketWebsite', bucket, reply.website, {
      absent: ['NoSuchWebsiteConfiguration'],
    }),
  cors: (aws, bucket) =>
    observe(aws, 's3:GetBucketCors', bucket, reply.cors, { absent: ['NoSuchCORSConfiguration'] }),
};

/** Every setting of a bucket; `aws` must be in the bucket's region. */
export async function readBucketSettings(
  aws: Aws,
  name: string,
): Promise<Omit<Fields<'s3.bucket'>, 'createdAt'>> {
  const bucket: BucketInput = { Bucket: name, ExpectedBucketOwner: aws.account };
  const read = await Promise.all(
    Object.entries(reads).map(async ([field, one]) => [field, await one(aws, bucket)] as const),
  );
  // `reads` has exactly the settings as its keys, each with a read of its own type.
  const settings = Object.fromEntries(read) as Pick<Fields<'s3.bucket'>, Setting>;
  return { ...settings, acl: await readAcl(aws, bucket, settings.ownership) };
}

/** Not asked for where object ownership switches access lists off. */
async function readAcl(
  aws: Aws,
  bucket: BucketInput,
  ownership: Observed<string>,
): Promise<Observed<S3Bucket['acl']>> {
  const call = 's3:GetBucketAcl';
  if (ownership.state === 'present' && ownership.value === 'BucketOwnerEnforced') {
    return { state: 'unsupported', call, code: 'BucketOwnerEnforced' };
  }
  return observe(aws, call, bucket, reply.acl);
}
