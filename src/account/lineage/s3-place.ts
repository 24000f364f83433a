import type { Account } from '../account.ts';

export type Extent =
  /** The key is the start of many keys: a string prefix, not a folder. */
  | 'prefix'
  /** The key is that of one object. */
  | 'object'
  /** One object where the name at the key's end has an extension, otherwise a prefix. */
  | 'archive';

/**
 * The ARN pattern of what an URI names in S3: `s3://bucket/key`, the same as an HTTPS address, or an
 * access point of the account in place of the bucket. Undefined when it cannot be told.
 */
export function s3Place(account: Account, uri: string, extent: Extent): string | undefined {
  const location = s3Location(account, uri);
  if (location === undefined) return undefined;
  const { bucket, key } = location;
  const prefix = extent === 'prefix' || (extent === 'archive' && !/\.[A-Za-z0-9]+$/.test(key));
  const rest = (prefix || key === '') && !key.endsWith('*') ? '*' : '';
  return `arn:${account.partition}:s3:::${bucket}/${key}${rest}`;
}

export interface S3Location {
  readonly bucket: string;
  readonly key: string;
}

function s3Location(account: Account, uri: string): S3Location | undefined {
  const accessPoint = /^s3:\/\/(arn:[^/]+:accesspoint)[/:]([^/]+)\/?(.*)$/s.exec(uri);
  if (accessPoint !== null) {
    const [, start = '', name = '', key = ''] = accessPoint;
    const bucket = bucketBehind(account, `${start}/${name}`);
    return bucket === undefined ? undefined : { bucket, key };
  }
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/?(.*)$/s.exec(uri) ?? pathStyle(uri) ?? [];
  // An alias of an access point looks like a bucket, and its bucket is not told.
  return bucket === '' || bucket.endsWith('-s3alias') ? undefined : { bucket, key };
}

function bucketBehind(account: Account, accessPoint: string): string | undefined {
  const bucket = account.find('s3.access-point', accessPoint)?.bucket;
  return bucket?.state === 'present' ? bucket.value : undefined;
}

/** An HTTPS address with the bucket in its path or in its host name. */
function pathStyle(uri: string): readonly string[] | null {
  return (
    /^https:\/\/s3[.-][^/]*amazonaws\.com(?:\.cn)?\/([^/]+)\/?(.*)$/s.exec(uri) ??
    /^https:\/\/([^/]+)\.s3[.-][^/]*amazonaws\.com(?:\.cn)?\/?(.*)$/s.exec(uri)
  );
}
