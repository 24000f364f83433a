import type { ContextValue } from './context.ts';

/** One thing that a call needs permission for. */
export interface NeededPair {
  readonly action: string;
  readonly resource: string;
  /** Why the call needs it; undefined for the action that was asked for. */
  readonly because?: string;
  /** What the service adds to the context of this request. */
  readonly context: { readonly [key: string]: ContextValue };
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

const reads: ReadonlySet<string> = new Set(['s3:getobject', 's3:getobjectversion']);
const writes: ReadonlySet<string> = new Set(['s3:putobject']);

/**
 * Everything one call needs: reading an object that a KMS key encrypts needs kms:Decrypt of that
 * key too, writing one kms:GenerateDataKey (S3 User Guide, "Using server-side encryption with KMS").
 */
export function neededPairs(
  action: string,
  resource: string,
  key: KeyOfObject | undefined,
): readonly NeededPair[] {
  const asked: NeededPair = { action, resource, context: {} };
  const name = action.toLowerCase();
  const object = objectKey.exec(resource)?.[1];
  if (key === undefined || object === undefined) return [asked];
  if (reads.has(name)) return [asked, keyPair('kms:Decrypt', object, key)];
  if (writes.has(name)) return [asked, keyPair('kms:GenerateDataKey', object, key)];
  return [asked];
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
  };
}
