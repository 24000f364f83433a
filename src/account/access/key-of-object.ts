import { contextOf, type ContextValue } from '../../decide/context.ts';
import { needsKeyOfObject, type KeyOfObject } from '../../decide/needed-pairs.ts';
import { isUnread } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { BucketEncryption } from '../../model/resource/s3.ts';
import type { Account } from '../account.ts';
import type { ResourceSide } from './resource-policies.ts';
import { unreadText } from './sourced-policy.ts';

export type ObjectEncryption =
  /** The call is not about an object's content, or the bucket is not known at all. */
  | { readonly is: 'no-matter' }
  /** S3 encrypts with keys of its own, which need no permission. */
  | { readonly is: 'no-key' }
  | { readonly is: 'key'; readonly key: KeyOfObject }
  | { readonly is: 'unknown'; readonly why: string };

/** The key that the bucket's default encryption names, or for a new object what the request says. */
export function keyOfObject(
  account: Account,
  { bucket }: ResourceSide,
  action: string,
  context: { readonly [key: string]: ContextValue } = {},
): ObjectEncryption {
  if (bucket === undefined || !needsKeyOfObject(action)) return { is: 'no-matter' };
  const { encryption } = bucket;
  const chosen = action.toLowerCase() === 's3:putobject' ? chosenIn(context) : undefined;
  if (chosen !== undefined) return keyFor(account, bucket, chosen);
  if (isUnread(encryption)) return { is: 'unknown', why: unreadText(encryption) };
  if (encryption.state !== 'present') return { is: 'no-key' };
  return keyFor(account, bucket, encryption.value);
}

type Encryption = Pick<BucketEncryption, 'algorithm' | 'key'>;

function keyFor(
  account: Account,
  { region, id, encryption }: Resource<'s3.bucket'>,
  { algorithm, key }: Encryption,
): ObjectEncryption {
  if (algorithm === 'AES256') return { is: 'no-key' };
  const bucketKey = encryption.state === 'present' && encryption.value.bucketKey;
  const place = { region, bucket: id, bucketKey };
  const lookup = account.key(key ?? 'alias/aws/s3', region);
  if (lookup.found === 'key') return { is: 'key', key: { key: lookup.key.id, ...place } };
  // A key of another account, or one that was not read: its ARN will do, its policy is unknown.
  if (key?.includes(':key/') === true) return { is: 'key', key: { key, ...place } };
  const name = key ?? 'the AWS managed key of S3';
  return { is: 'unknown', why: `${name} is not among the keys of the snapshot` };
}

/** The headers of PutObject win over the bucket's default; a key of AWS stands for none given. */
function chosenIn(context: { readonly [key: string]: ContextValue }): Encryption | undefined {
  const values = contextOf(context);
  const value = (key: string): string | undefined => {
    const found = values.get(`s3:x-amz-server-side-encryption${key}`);
    return found === 'unknown' ? undefined : found?.[0];
  };
  if (value('-customer-algorithm') !== undefined) return { algorithm: 'AES256', key: null };
  const algorithm = value('');
  return algorithm === undefined ? undefined : { algorithm, key: value('-aws-kms-key-id') ?? null };
}

const uses = /^kms:(decrypt|encrypt|generate|reencrypt|sign|verify)/i;

/** What policies do not tell: KMS uses no key that is switched off. */
export function keyWarnings({ key }: ResourceSide, action: string): readonly string[] {
  if (key === undefined || !uses.test(action)) return [];
  const { keyState } = key;
  if (keyState.state !== 'present' || keyState.value === 'Enabled') return [];
  return [`key ${key.name} is in state ${keyState.value}: KMS refuses to use it`];
}
