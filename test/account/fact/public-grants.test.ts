import { expect } from 'chai';
import { publicGrants } from '../../../src/account/fact/public-grants.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { parsePolicy } from '../../../src/policy/parse-policy.ts';
import { policyOf } from '../../support/policy.ts';

function grantsOf(...statements: readonly JsonObject[]) {
  return publicGrants(parsePolicy(policyOf(...statements)).policy).map((grant) => ({
    index: grant.statement.index,
    access: grant.access,
    is: grant.is,
  }));
}

const allow = (changes: JsonObject): JsonObject => ({
  Effect: 'Allow',
  Principal: '*',
  Resource: '*',
  ...changes,
});
const deny = (changes: JsonObject): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Resource: '*',
  ...changes,
});
const read: JsonObject = allow({ Action: 's3:GetObject' });
const open = { index: 0, access: ['read'], is: 'public' };

describe('public grants', () => {
  const accesses: readonly (readonly [JsonObject, readonly string[]])[] = [
    [{ Action: 's3:getobject' }, ['read']],
    [{ Action: 's3:ListBucket' }, ['read']],
    [{ Action: 's3:PutObject' }, ['write']],
    [{ Action: 's3:RestoreObject' }, ['write']],
    [{ Action: ['s3:*Object'] }, ['read', 'write']],
    [{ Action: '*' }, ['read', 'write']],
    [{ NotAction: 's3:DeleteBucket' }, ['read', 'write']],
    [{ NotAction: ['s3:Get*', 's3:List*'] }, ['write']],
    [{ Action: 's3:CreateAccessPoint' }, ['other']],
  ];
  for (const [changes, access] of accesses) {
    it(`give ${access.join(' and ')} access by ${JSON.stringify(changes)}`, () => {
      expect(grantsOf(allow(changes))).to.deep.equal([{ index: 0, access, is: 'public' }]);
    });
  }

  it('are given to a list that holds *', () => {
    const principals = [{ AWS: ['111122223333', '*'] }, { Service: '*' }, { Federated: '*' }];
    for (const Principal of principals) {
      expect(grantsOf({ ...read, Principal })).to.deep.equal([open]);
    }
  });

  it('are not given to an account, a service or by a Deny', () => {
    const principals = [{ AWS: '999988887777' }, { Service: 'cloudtrail.amazonaws.com' }];
    const named = principals.map((Principal) => ({ ...read, Principal }));
    expect(grantsOf(...named, deny({ Action: 's3:GetObject' }))).to.deep.equal([]);
  });

  it('stay public beside a Deny that touches other actions', () => {
    const other = deny({
      Action: 's3:PutObject',
      Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
    });
    expect(grantsOf(read, other, deny({ Action: 's3:DeleteBucket' }))).to.deep.equal([open]);
  });

  it('may be held back by a perimeter, with its usual exceptions', () => {
    const perimeter = deny({
      Action: 's3:*',
      Condition: {
        StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-abcde12345' },
        BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
      },
    });
    expect(grantsOf(read, perimeter)).to.deep.equal([{ ...open, is: 'perimeter' }]);
    expect(grantsOf(read, deny({ Action: '*' }))).to.deep.equal([{ ...open, is: 'perimeter' }]);
  });
});
