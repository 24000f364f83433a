import { allowing, bucket, type CaseRow, casesOf, role } from './build.ts';
import { page, type Case } from './case.ts';

// Which S3 actions are about the bucket and which about its objects.

const yes = 'allowed';
const no = 'implicitly-denied';
const list = { action: 's3:ListBucket', resource: bucket };
const put = { action: 's3:PutObject' };
const objects = allowing('s3:*', `${bucket}/*`);
const itself = allowing('s3:*', bucket);
const listAll = { action: 's3:ListAllMyBuckets', resource: '*' };

const resources: readonly CaseRow[] = [
  ['list-by-objects', 'Listing is about the bucket, not its objects', role, objects, no, list],
  ['list-by-bucket', 'Listing, allowed on the bucket', role, itself, yes, list],
  ['read-by-bucket', 'Reading is about an object, not the bucket', role, itself, no],
  ['read-by-objects', 'Reading, allowed on objects', role, objects, yes],
  [
    'both-by-star',
    'A star right after the name takes both',
    role,
    allowing('s3:*', `${bucket}*`),
    yes,
    list,
  ],
  [
    'other-by-star',
    'And other buckets that begin so',
    role,
    allowing('s3:*', `${bucket}*`),
    yes,
    { resource: 'arn:aws:s3:::models-secret/a' },
  ],
  [
    'other-by-slash',
    'Which a slash prevents',
    role,
    objects,
    no,
    { resource: 'arn:aws:s3:::models-secret/a' },
  ],
  ['key-case', 'Keys of objects know case', role, allowing('s3:*', `${bucket}/A.tar.gz`), no],
  [
    'key-colon',
    'Keys may have colons',
    role,
    allowing('s3:*', `${bucket}/run:1/*`),
    yes,
    { resource: `${bucket}/run:1/a:b` },
  ],
  [
    'key-middle',
    'A star in the middle of a key',
    role,
    allowing('s3:*', `${bucket}/*/weights/*`),
    yes,
    { resource: `${bucket}/a/b/weights/c` },
  ],
  [
    'key-middle-other',
    'Which needs what is around it',
    role,
    allowing('s3:*', `${bucket}/*/weights/*`),
    no,
    { resource: `${bucket}/weights/c` },
  ],
  [
    'folder-itself',
    'A folder is no object in it',
    role,
    allowing('s3:*', `${bucket}/a/*`),
    no,
    { resource: `${bucket}/a` },
  ],
  [
    'location-by-all',
    'Any bucket',
    role,
    allowing('s3:GetBucketLocation', 'arn:aws:s3:::*'),
    yes,
    { action: 's3:GetBucketLocation', resource: bucket },
  ],
  ['buckets', 'The list of buckets is about no bucket', role, allowing('s3:*', '*'), yes, listAll],
  ['buckets-by-bucket', 'So a bucket’s name does not help', role, itself, no, listAll],
  [
    'version',
    'Reading is not reading a version',
    role,
    allowing('s3:GetObject', '*'),
    no,
    { action: 's3:GetObjectVersion' },
  ],
  [
    'version-star',
    'A star after the name takes it',
    role,
    allowing('s3:GetObject*', '*'),
    yes,
    { action: 's3:GetObjectVersion' },
  ],
  ['object-actions', 'Stars around a word', role, allowing('s3:*Object', '*'), yes, put],
  [
    'object-actions-other',
    'Which end where the word ends',
    role,
    allowing('s3:*Object', '*'),
    no,
    { action: 's3:PutObjectTagging' },
  ],
  ['action-case', 'Names of actions know no case', role, allowing('S3:GETOBJECT', '*'), yes],
];

export const cases: readonly Case[] = resources.map(
  casesOf('s3-resource', 'A10.1', page.s3Actions),
);
