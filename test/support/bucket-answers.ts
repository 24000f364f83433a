import { awsError, type Answers } from './fake-aws.ts';

/** A bucket in its own region that never had a setting of its own. */
export const bareBucket = {
  's3:ListBuckets': {
    Buckets: [
      {
        Name: 'models',
        CreationDate: new Date('2026-01-02T03:04:05Z'),
        BucketRegion: 'eu-north-1',
      },
    ],
  },
  's3:GetBucketPolicy': awsError('NoSuchBucketPolicy'),
  's3:GetBucketPolicyStatus': awsError('NoSuchBucketPolicy'),
  's3:GetBucketEncryption': awsError('ServerSideEncryptionConfigurationNotFoundError'),
  's3:GetPublicAccessBlock': awsError('NoSuchPublicAccessBlockConfiguration'),
  's3:GetBucketOwnershipControls': awsError('OwnershipControlsNotFoundError'),
  's3:GetBucketAcl': {
    Owner: { ID: 'abc' },
    Grants: [{ Grantee: { Type: 'CanonicalUser', ID: 'abc' }, Permission: 'FULL_CONTROL' }],
  },
  's3:GetBucketTagging': awsError('NoSuchTagSet'),
  's3:GetBucketVersioning': {},
  's3:GetBucketLogging': {},
  's3:GetBucketNotificationConfiguration': {},
  's3:GetBucketAccelerateConfiguration': {},
  's3:GetBucketAbac': {},
  's3:GetBucketLifecycleConfiguration': awsError('NoSuchLifecycleConfiguration'),
  's3:GetBucketReplication': awsError('ReplicationConfigurationNotFoundError'),
  's3:GetObjectLockConfiguration': awsError('ObjectLockConfigurationNotFoundError'),
  's3:GetBucketWebsite': awsError('NoSuchWebsiteConfiguration'),
  's3:GetBucketCors': awsError('NoSuchCORSConfiguration'),
} satisfies Answers;
