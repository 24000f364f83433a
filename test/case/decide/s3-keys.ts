import { all, allow, allowing, bucket, type CaseRow, casesOf, deny, doc } from './build.ts';
import { grant, having, otherRole, role } from './build.ts';
import { page, type Case } from './case.ts';

// What S3 tells of a request in keys of its own.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const list = { action: 's3:ListBucket', resource: bucket };
const put = { action: 's3:PutObject' };

const ownPrefix = allowing('s3:ListBucket', bucket, {
  StringEquals: { 's3:prefix': 'projects', 's3:delimiter': '/' },
});
const encrypted = keptOut({ StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } });

const encryptedByKey = keptOut({
  Null: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'true' },
});

const handsOver = {
  identity: [all],
  resource: doc(
    allow('s3:PutObject', `${bucket}/*`, {
      Principal: { AWS: otherRole },
      Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } },
    }),
  ),
};

const tagged = allowing('s3:GetObject', '*', {
  StringEquals: { 's3:ExistingObjectTag/stage': 'released' },
});
const strong = keptOut({ NumericLessThan: { 's3:TlsVersion': '1.2' } });

const keys: readonly CaseRow[] = [
  [
    'prefix',
    'A listing of just this folder',
    role,
    ownPrefix,
    yes,
    { ...list, ...having({ 's3:prefix': 'projects', 's3:delimiter': '/' }) },
  ],
  [
    'prefix-longer',
    'Of one below',
    role,
    ownPrefix,
    no,
    { ...list, ...having({ 's3:prefix': 'projects/a', 's3:delimiter': '/' }) },
  ],
  [
    'prefix-no-delimiter',
    'Of all below',
    role,
    ownPrefix,
    no,
    { ...list, ...having({ 's3:prefix': 'projects' }) },
  ],
  [
    'encryption',
    'A write that says how to encrypt',
    role,
    encrypted,
    yes,
    { ...put, ...having({ 's3:x-amz-server-side-encryption': 'aws:kms' }) },
  ],
  [
    'encryption-other',
    'In another way',
    role,
    encrypted,
    denied,
    { ...put, ...having({ 's3:x-amz-server-side-encryption': 'AES256' }) },
  ],
  ['encryption-default', 'In no way, whatever the bucket’s default', role, encrypted, denied, put],
  [
    'key',
    'With a key',
    role,
    encryptedByKey,
    yes,
    {
      ...put,
      ...having({
        's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:eu-west-1:1:key/k',
      }),
    },
  ],
  ['key-none', 'With none', role, encryptedByKey, denied, put],
  [
    'hands-over',
    'A foreign writer that hands the object over',
    otherRole,
    handsOver,
    yes,
    { ...put, ...having({ 's3:x-amz-acl': 'bucket-owner-full-control' }) },
  ],
  ['keeps', 'One that does not', otherRole, handsOver, no, put],
  [
    'object-tag',
    'An object with the tag',
    role,
    tagged,
    yes,
    having({ 's3:ExistingObjectTag/stage': 'released' }),
  ],
  ['object-tag-none', 'One without', role, tagged, no],
  ['tls', 'A new TLS', role, strong, yes, { ...put, ...having({ 's3:TlsVersion': '1.3' }) }],
  [
    'tls-old',
    'An old one',
    role,
    strong,
    denied,
    { ...put, ...having({ 's3:TlsVersion': '1.1' }) },
  ],
];

/** A bucket policy that denies writing under a condition. */
function keptOut(condition: object): { identity: [typeof all]; resource: ReturnType<typeof doc> } {
  const Condition = { ...condition };
  return {
    identity: [all],
    resource: doc(
      grant({ AWS: role }),
      deny('s3:PutObject', `${bucket}/*`, { Principal: '*', Condition }),
    ),
  };
}

export const cases: readonly Case[] = keys.map(casesOf('s3-key', 'A10.1', page.s3Actions));
