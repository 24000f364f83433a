import { expect } from 'chai';
import { isPublicPerS3, type HolderOfPolicy } from '../../../src/decide/s3/public-policy.ts';
import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import { parseDocument } from '../../../src/policy/parse-policy.ts';

const account = '111122223333';
const keyId = 's3:x-amz-server-side-encryption-aws-kms-key-id';
const points = `arn:aws:s3:us-west-2:${account}:accesspoint/*`;
const point = `arn:aws:s3:us-west-2:${account}:accesspoint/team`;

function statement(principal: JsonValue, condition?: JsonObject, effect = 'Allow'): JsonObject {
  const open = { Effect: effect, Principal: principal, Action: 's3:PutObject', Resource: '*' };
  return condition === undefined ? open : { ...open, Condition: condition };
}

function verdict(holder: HolderOfPolicy, ...statements: readonly JsonObject[]): string {
  const parsed = parseDocument({ Version: '2012-10-17', Statement: statements });
  return (['not public', 'maybe', 'public'] as const)[isPublicPerS3(parsed, holder).public];
}

describe('The meaning of public: by principal', () => {
  const rows: readonly (readonly [principal: JsonValue, expected: string])[] = [
    ['*', 'public'],
    [{ AWS: '*' }, 'public'],
    [{ AWS: [account, '*'] }, 'public'],
    [{ AWS: account }, 'not public'],
    [{ AWS: `arn:aws:iam::${account}:role/Train` }, 'not public'],
    [{ Service: 'cloudtrail.amazonaws.com' }, 'not public'],
    [{ Service: '*' }, 'public'],
    [{ Federated: 'graph.facebook.com' }, 'public'],
    [{ Federated: `arn:aws:iam::${account}:saml-provider/Corp` }, 'not public'],
    [
      { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
      'not public',
    ],
  ];
  for (const [principal, expected] of rows) {
    it(`${JSON.stringify(principal)}: ${expected}`, () => {
      expect(verdict('bucket', statement(principal))).to.equal(expected);
    });
  }

  it('all but somebody: public', () => {
    const { Principal: principal = null, ...rest } = statement({ AWS: account });
    expect(verdict('bucket', { ...rest, NotPrincipal: principal })).to.equal('public');
  });
});

describe('The meaning of public: everybody under a condition', () => {
  type Row = readonly [operator: string, key: string, value: JsonValue, expected: string];
  const rows: readonly Row[] = [
    ['StringEquals', 'aws:SourceVpc', 'vpc-91237329', 'not public'],
    ['StringLike', 'aws:SourceVpc', 'vpc-*', 'public'],
    ['StringEquals', 'aws:SourceVpc', '${aws:PrincipalTag/vpc}', 'public'],
    ['StringEquals', 'aws:SourceVpc', ['vpc-91237329', 'vpc-1a2b3c4d'], 'not public'],
    ['StringLike', 'aws:SourceVpc', ['vpc-91237329', 'vpc-*'], 'public'],
    ['StringNotEquals', 'aws:SourceVpc', 'vpc-91237329', 'public'],
    ['StringEqualsIfExists', 'aws:SourceVpc', 'vpc-91237329', 'public'],
    ['ForAllValues:StringEquals', 'aws:SourceVpc', 'vpc-91237329', 'public'],
    ['ForAnyValue:StringEquals', 'aws:SourceVpc', 'vpc-91237329', 'not public'],
    ['Null', 'aws:SourceVpc', 'false', 'public'],
    ['StringEquals', 'aws:SourceVpce', 'vpce-1a2b3c4d', 'not public'],
    ['StringEquals', 'aws:SourceOwner', account, 'not public'],
    ['StringEquals', 'aws:SourceAccount', account, 'not public'],
    ['StringEquals', 'aws:PrincipalOrgID', 'o-exampleorgid', 'not public'],
    ['StringEquals', 'aws:PrincipalAccount', account, 'not public'],
    ['StringEquals', 's3:DataAccessPointAccount', account, 'not public'],
    ['IpAddress', 'aws:SourceIp', '203.0.113.0/24', 'not public'],
    ['IpAddress', 'aws:SourceIp', '11.0.0.0/8', 'not public'],
    ['IpAddress', 'aws:SourceIp', '0.0.0.0/1', 'public'],
    ['IpAddress', 'aws:SourceIp', '2001:db8::/32', 'not public'],
    ['IpAddress', 'aws:SourceIp', '2000::/3', 'public'],
    ['ArnEquals', 'aws:SourceArn', 'arn:aws:s3:::logs', 'not public'],
    ['ArnLike', 'aws:SourceArn', 'arn:aws:sns:*:*:*', 'public'],
    ['ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${account}:role/Train`, 'not public'],
    // A wildcard within one account: S3's rule says public, what it does is not documented.
    ['ArnLike', 'aws:PrincipalArn', `arn:aws:iam::${account}:role/*`, 'maybe'],
    ['ArnLike', 'aws:SourceArn', `arn:aws:sns:*:${account}:*`, 'maybe'],
    ['StringLike', 'aws:userid', 'AROA1234567890EXAMPLE:*', 'maybe'],
    ['StringEquals', 'aws:userid', 'AIDA1234567890EXAMPLE', 'not public'],
    ['StringLike', 'aws:userid', '*:session', 'public'],
    ['StringEquals', 'aws:SourceOrgID', 'o-exampleorgid', 'maybe'],
    ['StringEquals', keyId, `arn:aws:kms:us-west-2:${account}:key/1`, 'not public'],
    ['StringLike', keyId, 'arn:aws:kms:*', 'public'],
    ['StringNotEquals', keyId, `arn:aws:kms:us-west-2:${account}:key/1`, 'public'],
    ['Bool', 'aws:SecureTransport', 'true', 'public'],
    ['StringEquals', 's3:x-amz-acl', 'private', 'public'],
    ['StringEquals', 'aws:NewKey', 'x', 'maybe'],
  ];
  for (const [operator, key, value, expected] of rows) {
    it(`${operator} ${key} ${JSON.stringify(value)}: ${expected}`, () => {
      const condition = { [operator]: { [key]: value } };
      expect(verdict('bucket', statement('*', condition))).to.equal(expected);
    });
  }

  const pointRows: readonly (readonly [HolderOfPolicy, string, string])[] = [
    ['bucket', point, 'not public'],
    ['bucket', points, 'not public'],
    ['bucket', 'arn:aws:s3:us-west-2:*:accesspoint/*', 'public'],
    ['access-point', points, 'public'],
    ['access-point', point, 'maybe'],
  ];
  for (const [holder, value, expected] of pointRows) {
    it(`s3:DataAccessPointArn ${value} in a policy of a ${holder}: ${expected}`, () => {
      const condition = { ArnLike: { 's3:DataAccessPointArn': value } };
      expect(verdict(holder, statement('*', condition))).to.equal(expected);
    });
  }

  it('one condition that binds is enough', () => {
    const condition = {
      Bool: { 'aws:SecureTransport': 'true' },
      StringEquals: { 'aws:SourceAccount': account, 'aws:NewKey': 'x' },
    };
    expect(verdict('bucket', statement('*', condition))).to.equal('not public');
  });
});

describe('The meaning of public: of many statements', () => {
  const named = statement({ AWS: account });

  it('one that is public makes the policy public, and is named', () => {
    const open = { ...statement('*'), Sid: 'Open' };
    const parsed = parseDocument({ Version: '2012-10-17', Statement: [named, open] });
    const answer = isPublicPerS3(parsed);
    expect(answer.public).to.equal(2);
    expect(answer.statements.map(({ sid }) => sid)).to.deep.equal(['Open']);
  });

  it('one that is unclear is named, if none is public', () => {
    const unclear = { ...statement('*', { StringEquals: { 'aws:NewKey': 'x' } }), Sid: 'New' };
    const parsed = parseDocument({ Version: '2012-10-17', Statement: [unclear, named] });
    expect(isPublicPerS3(parsed).statements.map(({ sid }) => sid)).to.deep.equal(['New']);
  });

  it('a Deny makes nothing public, and takes nothing back', () => {
    expect(verdict('bucket', statement('*', undefined, 'Deny'))).to.equal('not public');
    expect(verdict('bucket', statement('*'), statement('*', undefined, 'Deny'))).to.equal('public');
  });

  it('a document that is not understood may be public', () => {
    expect(
      (['no', 'maybe', 'yes'] as const)[isPublicPerS3(parseDocument('nonsense')).public],
    ).to.equal('maybe');
    expect(verdict('bucket', { ...named, Unheard: 'of' })).to.equal('maybe');
  });
});
