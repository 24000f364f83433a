import { expect } from 'chai';
import { openAccount } from '../../../src/account/open-account.ts';
import { isPublic } from '../../../src/account/reach/is-public.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { build, snapshotOf } from '../../support/build.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import { policyOf } from '../../support/policy.ts';

const grant = (more: JsonObject): JsonObject => ({
  ...{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*', ...more },
});
const when = (Condition: JsonObject) => grant({ Principal: '*', Condition });
const hidden = notCollected('denied');

const cases = [
  ['has no policy', absent, 'no'],
  ['names an account', present(policyOf(grant({ Principal: { AWS: '444455556666' } }))), 'no'],
  ['names everybody', present(policyOf(grant({ Principal: '*' }))), 'yes'],
  [
    'takes any role by its name, whoever it belongs to',
    present(policyOf(when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/partner-*' } }))),
    'yes',
  ],
  [
    'names everybody of an organisation',
    present(policyOf(when({ StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }))),
    'no',
  ],
  ['could not be read', hidden, 'may'],
] as const;

describe('A bucket is public', () => {
  for (const [name, policy, is] of cases) {
    it(`${is} where its policy ${name}`, () => {
      const member = build('organizations.account', {
        organization: present({ id: 'o-1', managementAccount: '9'.repeat(12), featureSet: 'ALL' }),
        path: present(['r-1', '1'.repeat(12)]),
      });
      const models = bucket({ ownership: present('BucketOwnerEnforced'), policy });
      const all = [member, s3Account(blockOf(false)), models] as unknown as readonly Resource[];
      const account = openAccount(snapshotOf(all), undeclared);
      const question = { action: 's3:GetObject', resource: 'arn:aws:s3:::models/*' };
      expect(isPublic(account, question).is).to.equal(is);
    });
  }
});
