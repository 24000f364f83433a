import { expect } from 'chai';
import type { CaseSettings, DecideCase } from '../../../src/decide/case.ts';
import { decideCase } from '../../../src/decide/decide-case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import {
  all,
  allow,
  bucket,
  deny,
  doc,
  grant,
  object,
  other,
  otherRole,
  own,
  role,
  root,
} from '../../case/decide/build.ts';

const point = `arn:aws:s3:eu-west-1:${own}:accesspoint/team`;
const through = { resource: `${point}/object/a.tar.gz` };
const foreign = { principal: otherRole };
const owner = 'owner-id';

type Given = Omit<DecideCase, 'request'>;
type Row = readonly [
  title: string,
  request: Partial<DecideCase['request']>,
  given: Given,
  expected: Outcome,
];

function testRows(rows: readonly Row[]): void {
  for (const [title, request, given, expected] of rows) {
    it(`${title}: ${expected}`, () => {
      const asked = { principal: role, action: 's3:GetObject', resource: object, ...request };
      const answer = decideCase({ request: { ...asked, resourceAccount: own }, ...given });
      expect(answer.decision, answer.reasons.map(({ text }) => text).join('\n')).to.equal(expected);
    });
  }
}

function foreignObject(objectAcl?: JsonObject): CaseSettings {
  const bucketAcl = { owner, grants: [] };
  const known = { ownership: 'ObjectWriter', objectOwner: other, bucketAcl };
  return { s3: objectAcl === undefined ? known : { ...known, objectAcl } };
}

/** The canned ACL bucket-owner-full-control. */
const fullControl = foreignObject({
  owner: 'writer-id',
  grants: [{ grantee: owner, permission: 'FULL_CONTROL' }],
});

describe('An object of another account in the bucket', () => {
  const settings = foreignObject();
  testRows([
    [
      'the bucket’s account cannot allow it',
      {},
      { policies: { identity: [all] }, settings },
      'implicitly-denied',
    ],
    ['nor its root user', { principal: root }, { settings }, 'implicitly-denied'],
    [
      'nor the bucket policy',
      {},
      { policies: { identity: [all], resource: doc(grant('*')) }, settings },
      'implicitly-denied',
    ],
    ['the ACL can', {}, { policies: { identity: [all] }, settings: fullControl }, 'allowed'],
    ['and leaves it to the account', {}, { settings: fullControl }, 'implicitly-denied'],
    [
      'the account that owns it can',
      foreign,
      { policies: { identity: [all] }, settings },
      'allowed',
    ],
    ['if it does', foreign, { settings }, 'implicitly-denied'],
    [
      'the bucket’s owner can deny it',
      foreign,
      {
        policies: { identity: [all], resource: doc(deny('*', '*', { Principal: '*' })) },
        settings,
      },
      'explicitly-denied',
    ],
    [
      'the bucket’s account can delete it',
      { action: 's3:DeleteObject' },
      { policies: { identity: [all] }, settings },
      'allowed',
    ],
    [
      'and replace it',
      { action: 's3:PutObject' },
      { policies: { identity: [all] }, settings },
      'allowed',
    ],
    [
      'listing the bucket is about no object',
      { action: 's3:ListBucket', resource: bucket },
      { policies: { identity: [all] }, settings },
      'allowed',
    ],
    [
      'under BucketOwnerEnforced there is none',
      {},
      { policies: { identity: [all] }, settings: { s3: { objectOwner: other } } },
      'allowed',
    ],
  ]);
});

function behind(policy?: JsonObject, more: JsonObject = {}): CaseSettings {
  return { s3: { bucketBehind: { arn: bucket, ...(policy && { policy }) }, ...more } };
}

const jane = `arn:aws:iam::${own}:user/Jane`;
const toJane = doc(allow('s3:GetObject', `${point}/object/*`, { Principal: { AWS: jane } }));
const delegating = doc(
  allow('*', [bucket, `${bucket}/*`], {
    Principal: { AWS: '*' },
    Condition: { StringEquals: { 's3:DataAccessPointAccount': own } },
  }),
);
const toPartner = doc(
  allow('s3:GetObject', `${point}/object/*`, { Principal: { AWS: otherRole } }),
);
const restricted = { blockPublicAccess: { restrictPublicBuckets: true } };

describe('Through an access point', () => {
  const asJane = { ...through, principal: jane };
  const partner = { ...through, ...foreign };
  testRows([
    [
      'a grant of the access point alone does not suffice',
      asJane,
      { policies: { resource: toJane }, settings: behind() },
      'implicitly-denied',
    ],
    [
      'the bucket leaves it to the access point',
      asJane,
      { policies: { resource: toJane }, settings: behind(delegating) },
      'allowed',
    ],
    [
      'the bucket names her too',
      asJane,
      { policies: { resource: toJane }, settings: behind(doc(grant({ AWS: jane }))) },
      'allowed',
    ],
    [
      'the bucket leaves it to her account, which is silent',
      asJane,
      { policies: { resource: toJane }, settings: behind(doc(grant({ AWS: own }))) },
      'implicitly-denied',
    ],
    [
      'her own Allow will do',
      asJane,
      { policies: { identity: [all] }, settings: behind() },
      'allowed',
    ],
    [
      'the root user of the account',
      { ...through, principal: root },
      { settings: behind() },
      'allowed',
    ],
    [
      'delegating is not public',
      partner,
      {
        policies: { identity: [all], resource: toPartner },
        settings: behind(delegating, restricted),
      },
      'allowed',
    ],
    [
      'a public policy of the bucket behind cuts others off',
      partner,
      {
        policies: { identity: [all], resource: toPartner },
        settings: behind(doc(grant('*')), restricted),
      },
      'implicitly-denied',
    ],
    [
      'a condition on access points makes its own policy public',
      partner,
      {
        policies: {
          identity: [all],
          resource: doc(
            allow('s3:GetObject', `${point}/object/*`, {
              Principal: '*',
              Condition: {
                ArnLike: { 's3:DataAccessPointArn': `arn:aws:s3:*:${own}:accesspoint/*` },
              },
            }),
          ),
        },
        settings: behind(delegating, restricted),
      },
      'implicitly-denied',
    ],
  ]);
});

describe('The bucket policy itself', () => {
  const policy = { action: 's3:GetBucketPolicy', resource: bucket };
  const open = doc(allow('s3:*', bucket, { Principal: { AWS: otherRole } }));
  testRows([
    [
      'other accounts never get to it',
      { ...policy, ...foreign },
      { policies: { identity: [all], resource: open } },
      'implicitly-denied',
    ],
    [
      'but to its status',
      { ...policy, ...foreign, action: 's3:GetBucketPolicyStatus' },
      { policies: { identity: [all], resource: open } },
      'allowed',
    ],
    [
      'the root user of another account neither',
      { ...policy, principal: `arn:aws:iam::${other}:root` },
      { policies: { resource: doc(allow('s3:*', bucket, { Principal: { AWS: other } })) } },
      'implicitly-denied',
    ],
    [
      'the owner’s root user always',
      { ...policy, principal: root },
      { policies: { resource: doc(deny('s3:*', bucket, { Principal: '*' })) } },
      'allowed',
    ],
    [
      'unless an endpoint policy denies it',
      { ...policy, principal: root },
      { policies: { endpoint: [doc(deny('*', '*', { Principal: '*' }))] } },
      'explicitly-denied',
    ],
    [
      'others of the account not',
      policy,
      { policies: { identity: [all], resource: doc(deny('s3:*', bucket, { Principal: '*' })) } },
      'explicitly-denied',
    ],
  ]);
});

describe('RestrictPublicBuckets', () => {
  const wild = { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${other}:role/*` } };
  const narrow = doc(grant('*', { Condition: wild }));
  testRows([
    [
      'may cut off where a wildcard stays within one account',
      foreign,
      { policies: { identity: [all], resource: narrow }, settings: { s3: restricted } },
      'unknown',
    ],
    [
      'not where it is off',
      foreign,
      { policies: { identity: [all], resource: narrow } },
      'allowed',
    ],
  ]);
});
