import { expect } from 'chai';
import { kmsGrants } from '../../../src/decide/kms/grant-allows.ts';
import type { KmsGrant } from '../../../src/model/resource/kms.ts';
import { grantsText } from '../../support/grants-text.ts';
import { other, own, preparedRequest, type RequestParts } from '../../support/prepared-request.ts';

const key = `arn:aws:kms:eu-west-1:${own}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
const role = `arn:aws:iam::${own}:role/ml/Train`;
const session = `arn:aws:sts::${own}:assumed-role/Train/s1`;
const user = `arn:aws:iam::${own}:user/maria`;
const root = `arn:aws:iam::${own}:root`;

const none: KmsGrant = {
  id: 'g',
  grantee: role,
  retiring: null,
  issuer: null,
  operations: ['Decrypt'],
  encryptionContextEquals: null,
  encryptionContextSubset: null,
};

function granted(grants: readonly Partial<KmsGrant>[], request: Partial<RequestParts>): string {
  const parts = { principal: role, action: 'kms:Decrypt', resource: key, ...request };
  return grantsText(
    kmsGrants(
      preparedRequest(parts),
      grants.map((one) => ({ ...none, ...one })),
    ),
  );
}

const byRole = 'role, maybe session';

describe('The grants of a key allow', () => {
  const grantees: readonly (readonly [grantee: string, caller: string, expected: string])[] = [
    [role, role, byRole],
    [role, session, byRole],
    [`${role}2`, role, 'none'],
    [`arn:aws:iam::${other}:role/ml/Train`, session, 'none'],
    [session, session, byRole],
    [session, `${session}2`, 'none'],
    [session, role, 'maybe role, maybe session'],
    [user, user, byRole],
    [user, `arn:aws:iam::${own}:user/other`, 'none'],
    [`arn:aws:sts::${own}:federated-user/f`, `arn:aws:sts::${own}:federated-user/f`, byRole],
    [root, root, 'account, role, maybe session'],
    [own, root, 'account, role, maybe session'],
    [root, user, 'account, maybe session'],
    [root, session, 'account, maybe session'],
    [`arn:aws:iam::${other}:root`, user, 'none'],
    ['sagemaker.amazonaws.com', 'sagemaker.amazonaws.com', byRole],
    ['glue.amazonaws.com', 'sagemaker.amazonaws.com', 'none'],
    [root, 'anonymous', 'none'],
  ];
  for (const [grantee, caller, expected] of grantees) {
    it(`${caller} by a grant to ${grantee}: ${expected}`, () => {
      expect(granted([{ grantee }], { principal: caller })).to.equal(expected);
    });
  }

  it('only what they list', () => {
    expect(granted([{ operations: ['Encrypt', 'DescribeKey'] }], {})).to.equal('none');
    expect(granted([{ operations: ['GenerateDataKey'] }], {})).to.equal('none');
    expect(granted([], {})).to.equal('none');
  });

  it('what any of them lists', () => {
    expect(granted([{ operations: ['Encrypt'] }, {}], {})).to.equal(byRole);
  });
});

describe('The constraints of a grant', () => {
  const team = { 'kms:EncryptionContext:team': 'fraud' };
  const run = { 'kms:EncryptionContext:run': '7' };
  const subset = { encryptionContextSubset: { team: 'fraud' } };
  const equals = { encryptionContextEquals: { team: 'fraud' } };
  const may = 'maybe role, maybe session';
  const unknown = ['kms:encryptioncontext:*', 'kms:encryptioncontextkeys', 'aws:sourcearn'];
  const model = 'arn:aws:sagemaker:eu-west-1:111122223333:model/fraud';

  type Row = readonly [
    title: string,
    grant: Partial<KmsGrant>,
    request: Partial<RequestParts>,
    expected: string,
  ];
  const rows: readonly Row[] = [
    ['subset: the pair', subset, { context: team }, byRole],
    ['subset: the pair and another', subset, { context: { ...team, ...run } }, byRole],
    ['subset: no context', subset, {}, 'none'],
    [
      'subset: the value in another case',
      subset,
      { context: { 'kms:EncryptionContext:team': 'Fraud' } },
      'none',
    ],
    [
      'subset: the name in another case',
      { encryptionContextSubset: { TEAM: 'fraud' } },
      { context: team },
      byRole,
    ],
    ['subset: a context nobody knows', subset, { unknown }, may],
    [
      'equals: just the pair',
      equals,
      { context: { ...team, 'kms:EncryptionContextKeys': ['team'] } },
      byRole,
    ],
    [
      'equals: the name in another case',
      { encryptionContextEquals: { Team: 'fraud' } },
      { context: { ...team, 'kms:EncryptionContextKeys': ['team'] } },
      byRole,
    ],
    [
      'equals: a pair more',
      equals,
      { context: { ...team, ...run, 'kms:EncryptionContextKeys': ['team', 'run'] } },
      'none',
    ],
    ['equals: whether there are more is not said', equals, { context: team }, may],
    ['equals: no context', equals, {}, 'none'],
    [
      'both: the narrower counts',
      { ...subset, encryptionContextEquals: { run: '7' } },
      { context: { ...run, 'kms:EncryptionContextKeys': ['run'] } },
      'none',
    ],
    [
      'source: for that resource',
      { sourceArn: model },
      { context: { 'aws:SourceArn': model } },
      byRole,
    ],
    [
      'source: for another',
      { sourceArn: model },
      { context: { 'aws:SourceArn': `${model}2` } },
      'none',
    ],
    ['source: for himself', { sourceArn: model }, {}, 'none'],
    ['source: for nobody knows whom', { sourceArn: model }, { unknown }, may],
    [
      'DescribeKey has no encryption context',
      { ...subset, operations: ['DescribeKey'] },
      { action: 'kms:DescribeKey' },
      byRole,
    ],
    [
      'DescribeKey has a source',
      { sourceArn: model, operations: ['DescribeKey'] },
      { action: 'kms:DescribeKey' },
      'none',
    ],
    [
      'Sign has no encryption context',
      { ...subset, operations: ['Sign'] },
      { action: 'kms:Sign' },
      byRole,
    ],
  ];
  for (const [title, grant, request, expected] of rows) {
    it(`${title}: ${expected}`, () => {
      expect(granted([grant], request)).to.equal(expected);
    });
  }

  const hands = { operations: ['CreateGrant', 'Decrypt'] };
  const create = (context: NonNullable<RequestParts['context']>): Partial<RequestParts> => ({
    action: 'kms:CreateGrant',
    context,
  });
  const decrypt = { 'kms:GrantOperations': ['Decrypt'] };
  const created: readonly Row[] = [
    ['what it lists', hands, create(decrypt), byRole],
    ['what it does not list', hands, create({ 'kms:GrantOperations': ['Encrypt'] }), 'none'],
    ['nobody knows what', hands, create({}), may],
    ['without its constraint', { ...hands, ...subset }, create(decrypt), 'none'],
    [
      'with a constraint nobody knows',
      { ...hands, ...subset },
      create({ ...decrypt, 'kms:GrantConstraintType': 'EncryptionContextSubset' }),
      may,
    ],
    [
      'with a wider constraint',
      { ...hands, ...equals },
      create({ ...decrypt, 'kms:GrantConstraintType': 'EncryptionContextSubset' }),
      'none',
    ],
  ];
  for (const [title, grant, request, expected] of created) {
    it(`bind the grants made by it: ${title}: ${expected}`, () => {
      expect(granted([grant], request)).to.equal(expected);
    });
  }
});
