import type { CaseSettings } from '../../../src/decide/case.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import {
  all,
  allow,
  bucket,
  deny,
  doc,
  grant,
  other,
  otherRole,
  own,
  root,
} from '../../case/decide/build.ts';
import { testS3Rows } from '../../support/s3-rows.ts';

const point = `arn:aws:s3:eu-west-1:${own}:accesspoint/team`;
const through = { resource: `${point}/object/a.tar.gz` };
const foreign = { principal: otherRole };

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
  testS3Rows([
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
  testS3Rows([
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
  testS3Rows([
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
