import type { XmlShape } from './xml.ts';

/** Where S3's and S3 Control's XML differs from the member names (AWS's service models). */
export const s3Shape: XmlShape = {
  rename: {
    MFADelete: 'MfaDelete',
    Grants: 'AccessControlList',
    TopicArn: 'Topic',
    QueueArn: 'Queue',
    LambdaFunctionArn: 'CloudFunction',
  },
  renameObjects: { Key: 'S3Key' },
  flat: {
    Rules: 'Rule',
    EncryptionType: 'EncryptionType',
    Tags: 'Tag',
    Transitions: 'Transition',
    NoncurrentVersionTransitions: 'NoncurrentVersionTransition',
    TopicConfigurations: 'TopicConfiguration',
    QueueConfigurations: 'QueueConfiguration',
    LambdaFunctionConfigurations: 'CloudFunctionConfiguration',
    Events: 'Event',
    FilterRules: 'FilterRule',
    CORSRules: 'CORSRule',
    AllowedHeaders: 'AllowedHeader',
    AllowedMethods: 'AllowedMethod',
    AllowedOrigins: 'AllowedOrigin',
    ExposeHeaders: 'ExposeHeader',
  },
  items: {
    Buckets: 'Bucket',
    Grants: 'Grant',
    TargetGrants: 'Grant',
    TagSet: 'Tag',
    RoutingRules: 'RoutingRule',
    AccessPointList: 'AccessPoint',
  },
  maps: ['Endpoints'],
};

/** Root element of each reply; a reply whose one member is the payload has that member's name. */
export const s3Root: { readonly [operation: string]: string } = {
  ListBuckets: 'ListAllMyBucketsResult',
  GetBucketAcl: 'AccessControlPolicy',
  GetBucketTagging: 'Tagging',
  GetBucketVersioning: 'VersioningConfiguration',
  GetBucketLogging: 'BucketLoggingStatus',
  GetBucketNotificationConfiguration: 'NotificationConfiguration',
  GetBucketAccelerateConfiguration: 'AccelerateConfiguration',
  GetBucketLifecycleConfiguration: 'LifecycleConfiguration',
  GetBucketWebsite: 'WebsiteConfiguration',
  GetBucketCors: 'CORSConfiguration',
};

/** The member that is the whole body, e.g. `PolicyStatus`. */
export const s3Payload: { readonly [operation: string]: string } = {
  GetBucketPolicyStatus: 'PolicyStatus',
  GetBucketEncryption: 'ServerSideEncryptionConfiguration',
  GetPublicAccessBlock: 'PublicAccessBlockConfiguration',
  GetBucketOwnershipControls: 'OwnershipControls',
  GetBucketAbac: 'AbacStatus',
  GetBucketReplication: 'ReplicationConfiguration',
  GetObjectLockConfiguration: 'ObjectLockConfiguration',
};
