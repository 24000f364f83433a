import type * as s3 from '@aws-sdk/client-s3';
import type {
  AclGrant,
  BucketAcl,
  BucketEncryption,
  CorsRule,
  LifecycleRule,
  ObjectLock,
  Replication,
  S3Bucket,
} from '../../model/resource/s3.ts';
import { IncompleteReply, required } from '../reply/observe.ts';

/**
 * What S3's replies say, setting by setting. Null: S3 says that there is none by an empty reply.
 * A member that S3 always sends and that is missing throws `IncompleteReply`.
 */
export function policyStatus(reply: s3.GetBucketPolicyStatusOutput): { isPublic: boolean } {
  return { isPublic: required(reply.PolicyStatus?.IsPublic, 'PolicyStatus.IsPublic') };
}

export function encryption(reply: s3.GetBucketEncryptionOutput): BucketEncryption {
  const rule = required(reply.ServerSideEncryptionConfiguration?.Rules?.[0], 'encryption rule');
  const byDefault = required(
    rule.ApplyServerSideEncryptionByDefault,
    'ApplyServerSideEncryptionByDefault',
  );
  return {
    algorithm: required(byDefault.SSEAlgorithm, 'SSEAlgorithm'),
    key: byDefault.KMSMasterKeyID ?? null,
    // Documented: not given means that S3 bucket keys are not used.
    bucketKey: rule.BucketKeyEnabled ?? false,
  };
}

export function ownership(reply: s3.GetBucketOwnershipControlsOutput): string {
  return required(reply.OwnershipControls?.Rules?.[0]?.ObjectOwnership, 'ObjectOwnership');
}

export function acl(reply: s3.GetBucketAclOutput): BucketAcl {
  return {
    owner: required(reply.Owner?.ID, 'Owner.ID'),
    grants: required(reply.Grants, 'Grants').map(grant),
  };
}

function grant({ Grantee: grantee, Permission: permission }: s3.Grant): AclGrant {
  return {
    grantee: required(grantee?.ID ?? grantee?.URI ?? grantee?.EmailAddress, 'Grantee'),
    type: required(grantee?.Type, 'Grantee type'),
    permission: required(permission, 'Permission'),
  };
}

/** A bucket that was never versioned has no status; MFADelete is sent once it was ever set. */
export function versioning(reply: s3.GetBucketVersioningOutput): S3Bucket['versioning'] | null {
  if (reply.Status === undefined) return null;
  return { status: reply.Status, mfaDelete: reply.MFADelete === 'Enabled' };
}

export function logging({
  LoggingEnabled: enabled,
}: s3.GetBucketLoggingOutput): S3Bucket['logging'] | null {
  if (enabled === undefined) return null;
  return {
    bucket: required(enabled.TargetBucket, 'TargetBucket'),
    prefix: required(enabled.TargetPrefix, 'TargetPrefix'),
  };
}

export function notifications(reply: s3.NotificationConfiguration): string[] | null {
  const targets = [
    ...(reply.TopicConfigurations ?? []).map((one) => required(one.TopicArn, 'TopicArn')),
    ...(reply.QueueConfigurations ?? []).map((one) => required(one.QueueArn, 'QueueArn')),
    ...(reply.LambdaFunctionConfigurations ?? []).map((one) =>
      required(one.LambdaFunctionArn, 'LambdaFunctionArn'),
    ),
    ...(reply.EventBridgeConfiguration === undefined ? [] : ['eventbridge']),
  ];
  return targets.length === 0 ? null : targets;
}

export function lifecycle(reply: s3.GetBucketLifecycleConfigurationOutput): LifecycleRule[] {
  return required(reply.Rules, 'Rules').map((rule) => ({
    id: rule.ID ?? '',
    enabled: required(rule.Status, 'rule Status') === 'Enabled',
    prefix: rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix ?? rule.Prefix ?? '',
    expirationDays: rule.Expiration?.Days ?? null,
    noncurrentExpirationDays: rule.NoncurrentVersionExpiration?.NoncurrentDays ?? null,
  }));
}

export function replication(reply: s3.GetBucketReplicationOutput): Replication {
  const configuration = required(reply.ReplicationConfiguration, 'ReplicationConfiguration');
  return {
    role: required(configuration.Role, 'Role'),
    rules: required(configuration.Rules, 'Rules').map((rule) => ({
      id: rule.ID ?? '',
      enabled: required(rule.Status, 'rule Status') === 'Enabled',
      destination: required(rule.Destination?.Bucket, 'Destination.Bucket'),
      account: rule.Destination?.Account ?? null,
    })),
  };
}

export function objectLock(reply: s3.GetObjectLockConfigurationOutput): ObjectLock {
  const configuration = required(reply.ObjectLockConfiguration, 'ObjectLockConfiguration');
  const retention = configuration.Rule?.DefaultRetention;
  return {
    enabled: required(configuration.ObjectLockEnabled, 'ObjectLockEnabled') === 'Enabled',
    mode: retention?.Mode ?? null,
    days: retention?.Days ?? null,
    years: retention?.Years ?? null,
  };
}

/** A website has an index document, or sends everybody elsewhere. */
export function website(reply: s3.GetBucketWebsiteOutput): S3Bucket['website'] {
  const indexDocument = reply.IndexDocument?.Suffix ?? null;
  const redirectTo = reply.RedirectAllRequestsTo?.HostName ?? null;
  if (indexDocument === null && redirectTo === null) throw new IncompleteReply('IndexDocument');
  return { indexDocument, redirectTo };
}

export function cors(reply: s3.GetBucketCorsOutput): CorsRule[] {
  return required(reply.CORSRules, 'CORSRules').map((rule) => ({
    origins: required(rule.AllowedOrigins, 'AllowedOrigins'),
    methods: required(rule.AllowedMethods, 'AllowedMethods'),
  }));
}
