import { accessBlock } from './access-block.ts';
import {
  arnIn,
  dateOf,
  entriesOf,
  isoDate,
  policyDocument,
  regionOf,
  type Loading,
} from './loading.ts';
import { bucketSettings } from './bucket-setting.ts';
import { derivedId } from './derived-id.ts';
import { isPublicPolicy } from './public-policy.ts';
import { suggest } from '../../yaml/problems.ts';
import type { AccessPointFile, BucketFile, S3File } from './account-file.ts';
import type { JsonObject } from '../../model/json.ts';
import type { KeyNames } from './key-names.ts';
import type { SandboxAccessPoint, SandboxBucket, SandboxS3 } from '../world.ts';

export function loadS3(file: S3File, keys: KeyNames, loading: Loading): SandboxS3 {
  return {
    publicAccessBlock: accessBlock(file.public ?? 'unset'),
    buckets: entriesOf(file.buckets).map(([name, bucket]) =>
      loadBucket(loading, { name, bucket, keys }),
    ),
    accessPoints: entriesOf<AccessPointFile>(file.accessPoints).map(([name, point]) =>
      loadAccessPoint(loading, { name, point, buckets: file.buckets ?? {} }),
    ),
  };
}

function loadBucket(
  loading: Loading,
  {
    name,
    bucket,
    keys,
  }: {
    readonly name: string;
    readonly bucket: BucketFile;
    readonly keys: KeyNames;
  },
): SandboxBucket {
  const path = [...loading.path, 's3', 'buckets', name];
  const region = regionOf(loading, bucket.region, [...path, 'region']);
  const created = { path: [...path, 'created'], text: bucket.created };
  const policy = bucketPolicy(loading, name, bucket);
  const settings = bucketSettings(loading, { bucket, use: { names: keys, region, path } });
  return {
    name,
    region,
    createdAt: isoDate(dateOf(loading, created, { seed: `bucket ${name}`, days: [150, 800] })),
    tags: bucket.tags ?? {},
    ...(policy === undefined ? {} : { policy }),
    settings: {
      ...(policy === undefined ? {} : { GetBucketPolicyStatus: policyStatus(policy) }),
      ...settings,
    },
  };
}

function policyStatus(policy: JsonObject): JsonObject {
  return { PolicyStatus: { IsPublic: isPublicPolicy(policy) } };
}

function bucketPolicy(loading: Loading, name: string, bucket: BucketFile): JsonObject | undefined {
  const given = bucket.policy === undefined ? undefined : policyDocument(bucket.policy);
  if (bucket.tlsOnly !== true) return given;
  const statements = given?.['Statement'] ?? [];
  const list = Array.isArray(statements) ? statements : [statements];
  return {
    Version: '2012-10-17',
    ...given,
    Statement: [...(list as readonly JsonObject[]), tlsOnly(loading, name)],
  };
}

function tlsOnly(loading: Loading, name: string): JsonObject {
  const arn = `arn:${loading.partition}:s3:::${name}`;
  return {
    Sid: 'DenyInsecureTransport',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}

function loadAccessPoint(
  loading: Loading,
  {
    name,
    point,
    buckets,
  }: {
    readonly name: string;
    readonly point: Partial<AccessPointFile>;
    readonly buckets: NonNullable<S3File['buckets']>;
  },
): SandboxAccessPoint {
  const path = [...loading.path, 's3', 'accessPoints', name];
  const bucket = point.bucket ?? '';
  if (!Object.hasOwn(buckets, bucket)) {
    const mend = suggest(bucket, Object.keys(buckets));
    loading.problems.add([...path, 'bucket'], `there is no bucket "${bucket}"; ${mend}`);
  }
  const region = regionOf(loading, point.region ?? buckets[bucket]?.region, [...path, 'region']);
  const policy = point.policy === undefined ? undefined : policyDocument(point.policy);
  return {
    name,
    region,
    detail: accessPointDetail(loading, { name, point, region, bucket }),
    ...(policy === undefined ? {} : { policy, policyStatus: policyStatus(policy) }),
  };
}

function accessPointDetail(
  loading: Loading,
  {
    name,
    point,
    region,
    bucket,
  }: {
    readonly name: string;
    readonly point: Partial<AccessPointFile>;
    readonly region: string;
    readonly bucket: string;
  },
): JsonObject {
  const path = [...loading.path, 's3', 'accessPoints', name, 'created'];
  const created = { path, text: point.created };
  return {
    Name: name,
    Bucket: bucket,
    NetworkOrigin: point.vpc === undefined ? 'Internet' : 'VPC',
    ...(point.vpc === undefined ? {} : { VpcConfiguration: { VpcId: point.vpc } }),
    PublicAccessBlockConfiguration: accessBlock(point.public ?? 'blocked'),
    CreationDate: isoDate(dateOf(loading, created, { seed: `point ${name}`, days: [30, 200] })),
    Alias: `${name}-${derivedId.hex(34, `${loading.account} ${name}`)}-s3alias`,
    AccessPointArn: arnIn(loading, 's3', { region, resource: `accesspoint/${name}` }),
    BucketAccountId: loading.account,
  };
}
