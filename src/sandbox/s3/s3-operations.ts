import { AwsError } from '../aws-error.ts';
import { findByKey } from '../indexed.ts';
import { numberIn, tagList, textIn } from '../input.ts';
import { serviceError } from '../service-error.ts';
import { absentError, emptyWhenAbsent, type BucketSetting } from './bucket-setting.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Call, Context, Operation, Operations } from '../call.ts';
import type { SandboxAccount, SandboxBucket } from '../world.ts';

const settings = [...Object.keys(absentError), ...emptyWhenAbsent];

export const s3Operations: Operations = {
  ListBuckets: { respond: listBuckets, pages: true },
  ...Object.fromEntries(settings.map((name) => [name, aboutBucket(settingOf)])),
  GetBucketPolicy: aboutBucket((bucket, call) =>
    bucket.policy === undefined ? none(call) : { Policy: JSON.stringify(bucket.policy) },
  ),
  GetBucketTagging: aboutBucket((bucket, call) =>
    Object.keys(bucket.tags).length === 0 ? none(call) : { TagSet: tagList(bucket.tags) },
  ),
  GetBucketAcl: aboutBucket(
    (bucket, call) => bucket.settings['GetBucketAcl'] ?? ownerOnlyAcl(call.account),
  ),
  // us-east-1 has no constraint, since it is older than regions are.
  GetBucketLocation: aboutBucket((bucket) => ({
    LocationConstraint: bucket.region === 'us-east-1' ? '' : bucket.region,
  })),
};

function listBuckets(call: Call, context: Context): JsonObject {
  const region = textIn(call.input, 'BucketRegion');
  const buckets = call.account.s3.buckets
    .filter((bucket) => region === undefined || bucket.region === region)
    .map((bucket) => ({
      Name: bucket.name,
      CreationDate: bucket.createdAt,
      BucketRegion: bucket.region,
    }));
  const page = context.paginate(buckets, {
    token: textIn(call.input, 'ContinuationToken'),
    size: numberIn(call.input, 'MaxBuckets') ?? 10_000,
  });
  return {
    Owner: { ID: canonicalId(call.account) },
    Buckets: page.items,
    ...(page.next !== undefined && { ContinuationToken: page.next }),
  };
}

function aboutBucket(answer: (bucket: SandboxBucket, call: Call) => JsonObject): Operation {
  return {
    respond: (call, context) => answer(findBucket(call, context), call),
    resource: (input) => textIn(input, 'Bucket'),
    gone: noSuchBucket,
  };
}

function settingOf(bucket: SandboxBucket, call: Call): JsonObject {
  return bucket.settings[call.operation] ?? none(call);
}

/** The empty reply, or the error by which the operation says that nothing is set. */
function none(call: Call): JsonObject {
  if (emptyWhenAbsent.includes(call.operation)) return {};
  // Every operation that comes here is of one table or the other.
  const [code, message] = absentError[call.operation as BucketSetting];
  throw new AwsError(code, message, {
    status: 404,
    members: { BucketName: textIn(call.input, 'Bucket') ?? '' },
  });
}

/** Names are global: a bucket of somebody else is there, but closed. */
function findBucket(call: Call, context: Context): SandboxBucket {
  const name = textIn(call.input, 'Bucket') ?? '';
  const owner = [...context.world.accounts.values()].find((account) => bucketIn(account, name));
  if (owner === undefined) throw noSuchBucket(call);
  const expected = textIn(call.input, 'ExpectedBucketOwner');
  const wrongOwner = expected !== undefined && expected !== owner.id;
  if (owner.id !== call.account.id || wrongOwner) throw serviceError('s3', 'denied');
  const bucket = bucketIn(owner, name);
  if (bucket === undefined) throw noSuchBucket(call);
  if (bucket.region !== call.region && call.operation !== 'GetBucketLocation') {
    throw elsewhere(bucket);
  }
  return bucket;
}

function bucketIn(account: SandboxAccount, name: string): SandboxBucket | undefined {
  return findByKey(account.s3.buckets, (bucket) => bucket.name, name);
}

function elsewhere(bucket: SandboxBucket): AwsError {
  const message =
    'The bucket you are attempting to access must be addressed using the specified endpoint. ' +
    'Please send all future requests to this endpoint.';
  return new AwsError('PermanentRedirect', message, {
    status: 301,
    headers: { 'x-amz-bucket-region': bucket.region },
    members: {
      Endpoint: `${bucket.name}.s3.${bucket.region}.amazonaws.com`,
      Bucket: bucket.name,
    },
  });
}

function noSuchBucket(call: Call): AwsError {
  return new AwsError('NoSuchBucket', 'The specified bucket does not exist', {
    status: 404,
    members: { BucketName: textIn(call.input, 'Bucket') ?? '' },
  });
}

function ownerOnlyAcl(account: SandboxAccount): JsonObject {
  const owner = { ID: canonicalId(account) };
  const grantee = { Type: 'CanonicalUser', ...owner };
  return { Owner: owner, Grants: [{ Grantee: grantee, Permission: 'FULL_CONTROL' }] };
}

function canonicalId(account: SandboxAccount): string {
  return account.id.padStart(64, '0');
}
