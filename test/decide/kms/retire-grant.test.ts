import { expect } from 'chai';
import { retireGrants } from '../../../src/decide/kms/retire-grant.ts';
import type { KmsGrant } from '../../../src/model/resource/kms.ts';
import { grantsText } from '../../support/grants-text.ts';
import { other, own, preparedRequest } from '../../support/prepared-request.ts';

const key = `arn:aws:kms:eu-west-1:${own}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const partner = `arn:aws:iam::${other}:role/Partner`;
const partnerRoot = `arn:aws:iam::${other}:root`;
const train = `arn:aws:iam::${own}:role/Train`;

const grant: KmsGrant = {
  id: 'g',
  grantee: 'arn:aws:iam::777788889999:role/Somebody',
  retiring: null,
  issuer: null,
  operations: ['Decrypt'],
  encryptionContextEquals: null,
  encryptionContextSubset: { team: 'fraud' },
};

type Row = readonly [
  title: string,
  caller: string,
  grants: readonly Partial<KmsGrant>[],
  expected: string,
  named: 'no' | 'maybe' | 'yes',
];

const rows: readonly Row[] = [
  ['its retiring principal', partner, [{ retiring: partner }], 'role, maybe session', 'yes'],
  [
    'its grantee, if it says so',
    partner,
    [{ grantee: partner, operations: ['RetireGrant'] }],
    'role, maybe session',
    'yes',
  ],
  ['its grantee, if it does not', partner, [{ grantee: partner }], 'none', 'no'],
  [
    'the account that is its retiring principal',
    partner,
    [{ retiring: partnerRoot }],
    'account',
    'no',
  ],
  ['the account that created it', partner, [{ issuer: partnerRoot }], 'account', 'no'],
  ['the account that owns the key', train, [{}], 'account', 'no'],
  ['the account that owns the key, without grants', train, [], 'account', 'no'],
  ['somebody else', partner, [{}], 'none', 'no'],
  ['somebody else, without grants', partner, [], 'none', 'no'],
  [
    'a service that is its retiring principal',
    'rds.amazonaws.com',
    [{ retiring: 'rds.amazonaws.com' }],
    'role, maybe session',
    'yes',
  ],
  [
    'the retiring principal of one of two',
    partner,
    [{ retiring: partner }, {}],
    'maybe role, maybe session',
    'maybe',
  ],
  [
    'the retiring principal of both',
    partner,
    [{ retiring: partner }, { retiring: partner }],
    'role, maybe session',
    'yes',
  ],
];

describe('A grant is retired by', () => {
  for (const [title, caller, grants, expected, named] of rows) {
    it(`${title}: ${expected}`, () => {
      const request = preparedRequest({
        principal: caller,
        action: 'kms:RetireGrant',
        resource: key,
      });
      const access = retireGrants(
        request,
        grants.map((one) => ({ ...grant, ...one })),
      );
      expect(grantsText(access.grants)).to.equal(expected);
      expect((['no', 'maybe', 'yes'] as const)[access.named]).to.equal(named);
    });
  }
});
