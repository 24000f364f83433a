import type { PublicAccessBlock } from '../model/resource/s3.ts';
import type { BucketAcl } from '../model/resource/s3.ts';
import type { KmsGrant } from '../model/resource/kms.ts';
import type { SourcedPolicy } from './policy-set.ts';

/** What decides beside policies. What is not set is as AWS makes new resources. */
export interface Settings {
  readonly s3?: S3Settings;
  readonly kms?: KmsSettings;
}

export interface S3Settings {
  /** The most restrictive of organisation, account, bucket and access point. */
  readonly blockPublicAccess?: Partial<PublicAccessBlock> | 'unknown';
  /** `BucketOwnerEnforced` (the default), `BucketOwnerPreferred` or `ObjectWriter`. */
  readonly ownership?: string;
  readonly bucketAcl?: BucketAcl;
  readonly objectAcl?: BucketAcl;
  /** ACLs or the ownership setting could not be read: an ACL may grant anything. */
  readonly aclsUnknown?: boolean;
  /** The account that owns the object, where it is not the bucket's. */
  readonly objectOwner?: string;
  /** The policy of the bucket behind an access point; the resource policy is then the access point's. */
  readonly bucketBehind?: { readonly arn: string; readonly policy?: SourcedPolicy };
}

export interface KmsSettings {
  readonly grants?: readonly KmsGrant[];
  /** The grants could not be read: there may be any. */
  readonly grantsUnknown?: boolean;
  /** `AWS`: RCPs do not apply to the key. */
  readonly manager?: string;
}
