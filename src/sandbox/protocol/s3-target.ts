import { subresource } from '../s3/bucket-setting.ts';
import type { JsonObject } from '../../model/json.ts';
import type { WireRequest } from '../wire.ts';

/** S3's REST: the bucket in the host or the path, the operation in the name of a query parameter. */
export function readS3Target(request: WireRequest): { operation: string; input: JsonObject } {
  const { bucket, key } = bucketAndKey(request);
  const owner = request.headers['x-amz-expected-bucket-owner'];
  const input = {
    ...(bucket !== '' && { Bucket: bucket }),
    ...(key !== '' && { Key: key }),
    ...(owner !== undefined && { ExpectedBucketOwner: owner }),
    ...listInput(request.query),
  };
  return { operation: operationOf(request, bucket, key), input };
}

function operationOf(request: WireRequest, bucket: string, key: string): string {
  const parameter = Object.keys(request.query).find((name) => Object.hasOwn(subresource, name));
  if (request.method === 'GET' && key === '') {
    if (bucket === '' && parameter === undefined) return 'ListBuckets';
    if (bucket !== '' && parameter !== undefined) return subresource[parameter] ?? '';
  }
  return `${request.method} /${bucket === '' ? '' : 'bucket'}${key === '' ? '' : '/key'}`;
}

function listInput(query: WireRequest['query']): JsonObject {
  const { 'max-buckets': size, 'continuation-token': token, 'bucket-region': region } = query;
  return {
    ...(size !== undefined && { MaxBuckets: size }),
    ...(token !== undefined && { ContinuationToken: token }),
    ...(region !== undefined && { BucketRegion: region }),
  };
}

function bucketAndKey(request: WireRequest): { bucket: string; key: string } {
  const path = request.path.replace(/^\//, '');
  const hosted = virtualHost(request.host.replace(/:\d+$/, ''));
  if (hosted !== undefined) return { bucket: hosted, key: path };
  const slash = path.indexOf('/');
  if (slash < 0) return { bucket: path, key: '' };
  return { bucket: path.slice(0, slash), key: path.slice(slash + 1) };
}

/** The bucket in front of S3's own host, or of `localhost`. */
function virtualHost(host: string): string | undefined {
  const match = /^(.+?)\.(?:s3[.-](?:[a-z0-9-]+\.)*amazonaws\.(?:com|com\.cn|eu)|localhost)$/.exec(
    host,
  );
  return match?.[1];
}
