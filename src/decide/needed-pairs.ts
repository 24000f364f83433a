import type { ContextValue } from './context.ts';
import { sessionPairs } from './sts/session-pairs.ts';

/** One thing that a call needs permission for. */
export interface NeededPair {
  readonly action: string;
  readonly resource: string;
  /** Why the call needs it; undefined for the action that was asked for. */
  readonly because?: string;
  /** What the service adds to the context of this request. */
  readonly context: { readonly [key: string]: ContextValue };
  /** A service asks for it, with the caller's permissions. */
  readonly forwarded: boolean;
}

/** How an object is, or will be, encrypted with a KMS key. */
export interface KeyOfObject {
  /** ARN. */
  readonly key: string;
  readonly region: string;
  /** ARN of the object's bucket. */
  readonly bucket: string;
  /** With a bucket key the encryption context is the bucket's ARN, not the object's. */
  readonly bucketKey: boolean;
}

/** What is known of a call. */
export interface Call {
  readonly action: string;
  readonly resource: string;
  /** The key of the object that the call is about, if it has one. */
  readonly key?: KeyOfObject | undefined;
  /** The object is written in parts. */
  readonly multipart?: boolean;
  /** Context keys that the caller gave, in any case. */
  readonly context?: { readonly [key: string]: ContextValue } | undefined;
}

const reads: ReadonlySet<string> = new Set([
  ...['s3:getobject', 's3:getobjectversion', 's3:listmultipartuploadparts'],
]);
const writes: ReadonlySet<string> = new Set(['s3:putobject']);

/** Whether an action on an object needs its KMS key as well. */
export function needsKeyOfObject(action: string): boolean {
  const name = action.toLowerCase();
  return reads.has(name) || writes.has(name);
}

/**
 * Everything one call needs, what was asked for first. Reading an object that a KMS key encrypts
 * needs kms:Decrypt of that key too, writing one kms:GenerateDataKey, in parts both (S3 User Guide,
 * "Using server-side encryption with KMS"; S3 API, CreateMultipartUpload, ListParts). Assuming a
 * role with session tags or a source identity needs the right to set those.
 */
export function neededPairs(call: Call): readonly NeededPair[] {
  const { action, resource, context } = call;
  const asked: NeededPair = { action, resource, context: {}, forwarded: false };
  return [asked, ...keyPairs(call), ...sessionPairs(action, resource, context ?? {})];
}

function keyPairs({ action, resource, key, multipart = false }: Call): readonly NeededPair[] {
  const name = action.toLowerCase();
  const object = objectKey.exec(resource)?.[1];
  if (key === undefined || object === undefined) return [];
  if (reads.has(name)) return [keyPair('kms:Decrypt', object, key)];
  if (!writes.has(name)) return [];
  const decrypt = multipart ? [keyPair('kms:Decrypt', object, key)] : [];
  return [keyPair('kms:GenerateDataKey', object, key), ...decrypt];
}

/** Of an object in a bucket, or behind an access point. */
const objectKey = /^arn:[^:]*:s3:(?:::[^/]+|[^:]*:[^:]*:accesspoint\/[^/]+\/object)\/(.+)$/s;

function keyPair(
  action: string,
  object: string,
  { key, region, bucket, bucketKey }: KeyOfObject,
): NeededPair {
  const encrypted = bucketKey ? bucket : `${bucket}/${object}`;
  return {
    action,
    resource: key,
    because: 'the object is encrypted with this key',
    context: {
      'kms:ViaService': `s3.${region}.amazonaws.com`,
      'kms:EncryptionContext:aws:s3:arn': encrypted,
      'kms:EncryptionContextKeys': ['aws:s3:arn'],
    },
    forwarded: true,
  };
}
