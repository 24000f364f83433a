import { accessBlock } from './access-block.ts';
import { derivedId } from './derived-id.ts';
import { keyReference, type KeyUse } from './key-names.ts';
import type { BucketFile } from './account-file.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Loading } from './loading.ts';

/**
 * Replies of the configuration calls. A bucket that says nothing is one made today: AES256, block
 * public access on, ACLs off.
 */
export function bucketSettings(
  loading: Loading,
  { bucket, use }: { readonly bucket: BucketFile; readonly use: KeyUse },
): { readonly [operation: string]: JsonObject } {
  const block = accessBlock(bucket.public ?? 'blocked');
  const ownership = bucket.ownership ?? 'BucketOwnerEnforced';
  return {
    ...encryption(loading, bucket, use),
    ...(block === null ? {} : { GetPublicAccessBlock: { PublicAccessBlockConfiguration: block } }),
    ...(ownership === 'unset'
      ? {}
      : {
          GetBucketOwnershipControls: {
            OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] },
          },
        }),
    GetBucketAcl: acl(loading, bucket.acl ?? 'private'),
    ...versioning(bucket.versioning),
    ...logging(bucket.logging),
    ...objectLock(bucket.objectLock),
    ...(bucket.acceleration === undefined
      ? {}
      : { GetBucketAccelerateConfiguration: { Status: bucket.acceleration } }),
    ...(bucket.abac === undefined
      ? {}
      : { GetBucketAbac: { AbacStatus: { Status: bucket.abac } } }),
    ...bucket.settings,
  };
}

type Settings = { readonly [operation: string]: JsonObject };

function encryption(loading: Loading, bucket: BucketFile, use: KeyUse): Settings {
  const given = bucket.encryption ?? 'AES256';
  if (given === 'none') return {};
  const words = typeof given === 'string' ? (given === 'AES256' ? {} : { key: given }) : given;
  const path = [...use.path, 'encryption', ...(typeof given === 'string' ? [] : ['key'])];
  const key = words.key === 'aws:kms' ? undefined : words.key;
  const algorithm = words.algorithm ?? (words.key === undefined ? 'AES256' : 'aws:kms');
  const byDefault = {
    SSEAlgorithm: algorithm,
    ...(key === undefined ? {} : { KMSMasterKeyID: keyReference(loading, key, { ...use, path }) }),
  };
  const bucketKey = words.bucketKey ?? algorithm === 'aws:kms';
  return {
    GetBucketEncryption: {
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: bucketKey }],
      },
    },
  };
}

function versioning(given: BucketFile['versioning']): Settings {
  if (given === undefined) return {};
  const { status, mfaDelete } = typeof given === 'string' ? { status: given } : given;
  return {
    GetBucketVersioning: {
      ...(status === undefined ? {} : { Status: status }),
      ...(mfaDelete === undefined ? {} : { MFADelete: mfaDelete ? 'Enabled' : 'Disabled' }),
    },
  };
}

function logging(given: string | undefined): Settings {
  if (given === undefined) return {};
  const [bucket = '', ...prefix] = given.split('/');
  const enabled = { TargetBucket: bucket, TargetPrefix: prefix.join('/') };
  return { GetBucketLogging: { LoggingEnabled: enabled } };
}

/** Object lock without a default retention locks nothing by itself. */
function objectLock(given: BucketFile['objectLock']): Settings {
  if (given === undefined) return {};
  const { mode, days, years } = given;
  const retention = {
    Mode: mode ?? 'GOVERNANCE',
    ...(days === undefined ? {} : { Days: days }),
    ...(years === undefined ? {} : { Years: years }),
  };
  const lasting = days !== undefined || years !== undefined;
  return {
    GetObjectLockConfiguration: {
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        ...(lasting ? { Rule: { DefaultRetention: retention } } : {}),
      },
    },
  };
}

const groups = 'http://acs.amazonaws.com/groups';
const everybody = { Type: 'Group', URI: `${groups}/global/AllUsers` };
const anyAccount = { Type: 'Group', URI: `${groups}/global/AuthenticatedUsers` };
const logDelivery = { Type: 'Group', URI: `${groups}/s3/LogDelivery` };

const cannedGrants: { readonly [name: string]: readonly JsonObject[] } = {
  private: [],
  'public-read': [{ Grantee: everybody, Permission: 'READ' }],
  'public-read-write': [
    { Grantee: everybody, Permission: 'READ' },
    { Grantee: everybody, Permission: 'WRITE' },
  ],
  'authenticated-read': [{ Grantee: anyAccount, Permission: 'READ' }],
  'log-delivery-write': [
    { Grantee: logDelivery, Permission: 'WRITE' },
    { Grantee: logDelivery, Permission: 'READ_ACP' },
  ],
};

function acl(loading: Loading, given: string | readonly JsonObject[]): JsonObject {
  const owner = derivedId.hex(64, `canonical user ${loading.account}`);
  const grants = typeof given === 'string' ? (cannedGrants[given] ?? []) : given;
  const own = { Grantee: { ID: owner, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' };
  return { Owner: { ID: owner }, Grants: [own, ...grants] };
}
