import type { FieldSpec, Tags } from './field.ts';
import type { PolicyText } from '../policy.ts';

export interface PublicAccessBlock {
  readonly blockPublicAcls: boolean;
  readonly ignorePublicAcls: boolean;
  readonly blockPublicPolicy: boolean;
  readonly restrictPublicBuckets: boolean;
}

/** Account-wide S3 settings. */
export interface S3Account {
  readonly publicAccessBlock: PublicAccessBlock;
}

export const s3AccountFields: FieldSpec<S3Account> = { publicAccessBlock: 'stable' };

export interface S3Bucket {
  readonly createdAt: string;
  readonly policy: PolicyText;
  readonly policyStatus: { readonly isPublic: boolean };
  readonly encryption: BucketEncryption;
  readonly publicAccessBlock: PublicAccessBlock;
  /** `BucketOwnerEnforced`, `BucketOwnerPreferred` or `ObjectWriter`. */
  readonly ownership: string;
  readonly acl: BucketAcl;
  readonly tags: Tags;
  readonly versioning: { readonly status: string; readonly mfaDelete: boolean };
  readonly logging: { readonly bucket: string; readonly prefix: string };
  /** ARNs of topics, queues and functions; `eventbridge` where switched on. */
  readonly notifications: readonly string[];
  /** `Enabled` or `Suspended`. */
  readonly acceleration: string;
  /** `Enabled` or `Disabled`. */
  readonly abac: string;
  readonly lifecycle: readonly LifecycleRule[];
  readonly replication: Replication;
  readonly objectLock: ObjectLock;
  readonly website: { readonly indexDocument: string | null; readonly redirectTo: string | null };
  readonly cors: readonly CorsRule[];
}

export const s3BucketFields: FieldSpec<S3Bucket> = {
  createdAt: 'stable',
  policy: 'stable',
  policyStatus: 'stable',
  encryption: 'stable',
  publicAccessBlock: 'stable',
  ownership: 'stable',
  acl: 'stable',
  tags: 'stable',
  versioning: 'stable',
  logging: 'stable',
  notifications: 'stable',
  acceleration: 'stable',
  abac: 'stable',
  lifecycle: 'stable',
  replication: 'stable',
  objectLock: 'stable',
  website: 'stable',
  cors: 'stable',
};

/** The default encryption rule. */
export interface BucketEncryption {
  /** `AES256`, `aws:kms` or `aws:kms:dsse`. */
  readonly algorithm: string;
  /** Key id, ARN or alias as given; null means the AWS-managed key. */
  readonly key: string | null;
  readonly bucketKey: boolean;
}

export interface BucketAcl {
  /** Canonical user id. */
  readonly owner: string;
  readonly grants: readonly AclGrant[];
}

export interface AclGrant {
  /** Canonical user id, group URI or mail address. */
  readonly grantee: string;
  readonly type: string;
  readonly permission: string;
}

export interface LifecycleRule {
  readonly id: string;
  readonly enabled: boolean;
  readonly prefix: string;
  readonly expirationDays: number | null;
  readonly noncurrentExpirationDays: number | null;
}

export interface Replication {
  readonly role: string;
  readonly rules: readonly {
    readonly id: string;
    readonly enabled: boolean;
    /** Bucket ARN. */
    readonly destination: string;
    readonly account: string | null;
  }[];
}

export interface ObjectLock {
  readonly enabled: boolean;
  /** `GOVERNANCE` or `COMPLIANCE`; null without a default retention. */
  readonly mode: string | null;
  readonly days: number | null;
  readonly years: number | null;
}

export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
}

export interface S3AccessPoint {
  readonly bucket: string;
  readonly bucketAccount: string;
  /** `Internet` or `VPC`. */
  readonly networkOrigin: string;
  readonly vpc: string;
  readonly publicAccessBlock: PublicAccessBlock;
  readonly policy: PolicyText;
  readonly policyStatus: { readonly isPublic: boolean };
}

export const s3AccessPointFields: FieldSpec<S3AccessPoint> = {
  bucket: 'stable',
  bucketAccount: 'stable',
  networkOrigin: 'stable',
  vpc: 'stable',
  publicAccessBlock: 'stable',
  policy: 'stable',
  policyStatus: 'stable',
};
