import type { JsonSchema } from '../../yaml/json-schema.ts';
import {
  anyObject,
  closed,
  flag,
  form,
  named,
  oneOf,
  policy,
  region,
  tags,
  text,
  whole,
  wordOr,
} from './schema-word.ts';

export const publicFlags = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

const cannedAcls = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'log-delivery-write',
] as const;

const publicAccess: JsonSchema = {
  ...wordOr(
    '^(blocked|open|unset)$',
    closed(Object.fromEntries(publicFlags.map((name) => [name, flag]))),
  ),
  description: 'blocked, open, unset, or the four flags',
};

const enabled = oneOf('Enabled', 'Suspended');

const bucket = closed({
  region,
  created: text,
  tags,
  public: publicAccess,
  policy,
  tlsOnly: flag,
  encryption: {
    ...closed({
      algorithm: oneOf('AES256', 'aws:kms', 'aws:kms:dsse'),
      key: text,
      bucketKey: flag,
    }),
    type: ['string', 'object'],
  },
  versioning: {
    ...wordOr('^(Enabled|Suspended)$', closed({ status: enabled, mfaDelete: flag })),
    description: 'Enabled, Suspended, or { status, mfaDelete }',
  },
  ownership: oneOf('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter', 'unset'),
  acl: {
    type: ['string', 'array'],
    pattern: `^(${cannedAcls.join('|')})$`,
    description: `${cannedAcls.join(', ')}, or a list of grants`,
    items: anyObject,
  },
  logging: text,
  objectLock: closed({ mode: oneOf('GOVERNANCE', 'COMPLIANCE'), days: whole, years: whole }),
  acceleration: enabled,
  abac: oneOf('Enabled', 'Disabled'),
  settings: {
    type: 'object',
    propertyNames: form('^Get[A-Z]', 'an operation such as GetBucketCors'),
    additionalProperties: anyObject,
  },
});

export const s3Schema = closed({
  public: publicAccess,
  buckets: named(bucket, form('^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$', 'a bucket name')),
  accessPoints: named(
    closed({ bucket: text, region, created: text, vpc: text, public: publicAccess, policy }, [
      'bucket',
    ]),
  ),
});
