import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CaseSettings } from '../../../src/decide/case.ts';
import {
  all,
  allow,
  allowing,
  bucket,
  type CaseRow,
  casesOf,
  deny,
  doc,
  grant,
  nothing,
  object,
} from './build.ts';
import { otherRole, own, role } from './build.ts';
import { page, type Case } from './case.ts';

// Access points, which need the bucket’s consent.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const point = `arn:aws:s3:eu-west-1:${own}:accesspoint/team`;
const through = { resource: `${point}/object/a.tar.gz` };
const listThrough = { action: 's3:ListBucket', resource: point };

function onPoint(principal: JsonValue, ...more: readonly JsonObject[]): JsonObject {
  return doc(allow('s3:*', [point, `${point}/object/*`], { Principal: principal }), ...more);
}

function behind(...statements: readonly JsonObject[]): CaseSettings {
  return { s3: { bucketBehind: { arn: bucket, policy: doc(...statements) } } };
}

function delegating(operator: string, key: string, value: string): JsonObject {
  return grant('*', { Condition: { [operator]: { [key]: value } } });
}

const toAccount = delegating('StringEquals', 's3:DataAccessPointAccount', own);
const toPoint = delegating('StringEquals', 's3:DataAccessPointArn', point);

const toPoints = delegating(
  'ArnLike',
  's3:DataAccessPointArn',
  `arn:aws:s3:*:${own}:accesspoint/t*`,
);
const toOtherPoint = delegating('StringEquals', 's3:DataAccessPointArn', `${point}2`);
const forOther = { identity: [all], resource: onPoint({ AWS: otherRole }) };

const points: readonly CaseRow[] = [
  [
    'same-permission',
    'The bucket policy has the same permission',
    otherRole,
    forOther,
    yes,
    through,
    behind(grant({ AWS: otherRole })),
  ],
  [
    'other-permission',
    'It has one for somebody else',
    otherRole,
    forOther,
    no,
    through,
    behind(grant({ AWS: role })),
  ],
  [
    'only-point',
    'It leaves it to this access point',
    otherRole,
    forOther,
    yes,
    through,
    behind(toPoint),
  ],
  [
    'points',
    'It leaves it to access points of such names',
    otherRole,
    forOther,
    yes,
    through,
    behind(toPoints),
  ],
  [
    'other-point',
    'It leaves it to another',
    otherRole,
    forOther,
    no,
    through,
    behind(toOtherPoint),
  ],
  [
    'list',
    'Listing through the access point',
    otherRole,
    forOther,
    yes,
    listThrough,
    behind(toAccount),
  ],
  [
    'list-objects-only',
    'The bucket leaves only its objects to access points',
    otherRole,
    forOther,
    no,
    listThrough,
    behind(
      allow('s3:*', `${bucket}/*`, {
        Principal: '*',
        Condition: { StringEquals: { 's3:DataAccessPointAccount': own } },
      }),
    ),
  ],
  [
    'no-identity',
    'The caller’s account must allow it all the same',
    otherRole,
    { ...forOther, identity: [nothing] },
    no,
    through,
    behind(toAccount),
  ],
  [
    'point-denies',
    'A Deny of the access point wins',
    otherRole,
    {
      identity: [all],
      resource: onPoint(
        { AWS: otherRole },
        deny('s3:GetObject', `${point}/object/*`, { Principal: '*' }),
      ),
    },
    denied,
    through,
    behind(toAccount),
  ],
  [
    'stranger',
    'A stranger, if both let everybody in',
    'anonymous',
    { resource: onPoint('*') },
    yes,
    through,
    behind(toAccount),
  ],
  [
    'stranger-point',
    'If the access point does not',
    'anonymous',
    { resource: onPoint({ AWS: own }) },
    no,
    through,
    behind(toAccount),
  ],
  [
    'stranger-bucket',
    'If the bucket does not',
    'anonymous',
    { resource: onPoint('*') },
    no,
    through,
    behind(grant({ AWS: own })),
  ],
  [
    'policy-of-bucket-name',
    'An access point’s policy about the bucket’s objects is about nothing',
    otherRole,
    { identity: [all], resource: doc(grant({ AWS: otherRole })) },
    no,
    through,
    behind(toAccount),
  ],
  [
    'prefix',
    'An access point for one folder',
    otherRole,
    {
      identity: [all],
      resource: doc(
        allow('s3:GetObject', `${point}/object/team/*`, { Principal: { AWS: otherRole } }),
      ),
    },
    no,
    through,
    behind(toAccount),
  ],
  [
    'restricted',
    'RestrictPublicBuckets, and an access point that is public',
    otherRole,
    { identity: [all], resource: onPoint('*') },
    no,
    through,
    { s3: { ...behind(toAccount).s3, blockPublicAccess: { restrictPublicBuckets: true } } },
  ],
  [
    'restricted-named',
    'And one that is not',
    otherRole,
    forOther,
    yes,
    through,
    { s3: { ...behind(toAccount).s3, blockPublicAccess: { restrictPublicBuckets: true } } },
  ],
  [
    'own-point-only',
    'The owner’s role may be kept to access points: direct',
    role,
    { identity: [all], resource: keptToPoints() },
    denied,
    { resource: object },
  ],
  [
    'own-identity-of-bucket',
    'An Allow for the bucket’s objects is none for the access point’s',
    role,
    { ...allowing('s3:*', `${bucket}/*`), resource: doc() },
    no,
    through,
    behind(),
  ],

  [
    'restricted-bucket',
    'RestrictPublicBuckets, and a bucket that is public',
    otherRole,
    forOther,
    no,
    through,
    { s3: { ...behind(grant('*')).s3, blockPublicAccess: { restrictPublicBuckets: true } } },
  ],
];

function keptToPoints(): JsonObject {
  const Condition = { StringNotEquals: { 's3:DataAccessPointAccount': own } };
  return doc(deny('s3:*', `${bucket}/*`, { Principal: '*', Condition }));
}

export const cases: readonly Case[] = points.map(casesOf('s3-point', 'A10.1', page.s3AccessPoint));
