import { expect } from 'chai';
import { isPublicPolicy } from '../../../src/sandbox/account-file/public-policy.ts';
import type { JsonObject } from '../../../src/model/json.ts';

function allow(members: JsonObject): JsonObject {
  return { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...members }] };
}

describe('isPublicPolicy', () => {
  const open: readonly JsonObject[] = [
    allow({ Principal: '*' }),
    allow({ Principal: { AWS: '*' } }),
    allow({ Principal: { AWS: ['arn:aws:iam::111122223333:root', '*'] } }),
    { Statement: { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' } },
    allow({ Principal: '*', Condition: { StringEquals: { 'aws:Referer': 'https://a.example' } } }),
    allow({ Principal: '*', Condition: { StringLike: { 'aws:PrincipalOrgID': 'o-*' } } }),
    allow({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
    allow({ Principal: '*', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } }),
    allow({ Principal: '*', Condition: { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } } }),
  ];
  for (const policy of open) {
    it(`is true of ${JSON.stringify(policy)}`, () => expect(isPublicPolicy(policy)).to.equal(true));
  }

  const held: readonly JsonObject[] = [
    {},
    allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
    allow({ Principal: { Service: 'logging.s3.amazonaws.com' } }),
    { Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }] },
    allow({ Principal: '*', Condition: { StringEquals: { 'AWS:PrincipalOrgId': 'o-1' } } }),
    allow({
      Principal: '*',
      Condition: { StringEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] } },
    }),
  ];
  for (const policy of held) {
    it(`is false of ${JSON.stringify(policy)}`, () => {
      expect(isPublicPolicy(policy)).to.equal(false);
    });
  }
});
