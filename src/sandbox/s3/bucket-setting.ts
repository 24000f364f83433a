/** Code and message by which a call says that the bucket has no such setting (404 each). */
export const absentError = {
  GetBucketPolicy: ['NoSuchBucketPolicy', 'The bucket policy does not exist'],
  GetBucketPolicyStatus: ['NoSuchBucketPolicy', 'The bucket policy does not exist'],
  GetBucketEncryption: [
    'ServerSideEncryptionConfigurationNotFoundError',
    'The server side encryption configuration was not found',
  ],
  GetPublicAccessBlock: [
    'NoSuchPublicAccessBlockConfiguration',
    'The public access block configuration was not found',
  ],
  GetBucketOwnershipControls: [
    'OwnershipControlsNotFoundError',
    'The bucket ownership controls were not found',
  ],
  GetBucketTagging: ['NoSuchTagSet', 'The TagSet does not exist'],
  GetBucketLifecycleConfiguration: [
    'NoSuchLifecycleConfiguration',
    'The lifecycle configuration does not exist',
  ],
  GetBucketReplication: [
    'ReplicationConfigurationNotFoundError',
    'The replication configuration was not found',
  ],
  GetObjectLockConfiguration: [
    'ObjectLockConfigurationNotFoundError',
    'Object Lock configuration does not exist for this bucket',
  ],
  GetBucketWebsite: [
    'NoSuchWebsiteConfiguration',
    'The specified bucket does not have a website configuration',
  ],
  GetBucketCors: ['NoSuchCORSConfiguration', 'The CORS configuration does not exist'],
} as const;

export type BucketSetting = keyof typeof absentError;

/** These answer with an empty configuration instead. */
export const emptyWhenAbsent: readonly string[] = [
  'GetBucketVersioning',
  'GetBucketLogging',
  'GetBucketNotificationConfiguration',
  'GetBucketAccelerateConfiguration',
  'GetBucketAbac',
];

/** The query parameter that selects each operation on `GET /bucket`. */
export const subresource: { readonly [parameter: string]: string } = {
  policy: 'GetBucketPolicy',
  policyStatus: 'GetBucketPolicyStatus',
  encryption: 'GetBucketEncryption',
  publicAccessBlock: 'GetPublicAccessBlock',
  ownershipControls: 'GetBucketOwnershipControls',
  acl: 'GetBucketAcl',
  tagging: 'GetBucketTagging',
  versioning: 'GetBucketVersioning',
  logging: 'GetBucketLogging',
  notification: 'GetBucketNotificationConfiguration',
  accelerate: 'GetBucketAccelerateConfiguration',
  abac: 'GetBucketAbac',
  lifecycle: 'GetBucketLifecycleConfiguration',
  replication: 'GetBucketReplication',
  'object-lock': 'GetObjectLockConfiguration',
  website: 'GetBucketWebsite',
  cors: 'GetBucketCors',
  location: 'GetBucketLocation',
};
