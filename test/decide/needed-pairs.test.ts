import { expect } from 'chai';
import { needsKeyOfObject, neededPairs, type Call } from '../../src/decide/needed-pairs.ts';

const key = {
  key: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  region: 'eu-west-1',
  bucket: 'arn:aws:s3:::models',
  bucketKey: false,
};
const object = 'arn:aws:s3:::models/a/b.tar.gz';
const role = 'arn:aws:iam::111122223333:role/Train';

/** What the call needs beside what was asked for. */
function extra(call: Call): readonly string[] {
  return neededPairs(call)
    .slice(1)
    .map(({ action, resource }) => `${action} ${resource === key.key ? 'key' : resource}`);
}

describe('A call needs', () => {
  type Row = readonly [title: string, call: Call, expected: readonly string[]];
  const rows: readonly Row[] = [
    ['nothing else without a key', { action: 's3:GetObject', resource: object }, []],
    ['Decrypt to read', { action: 's3:GetObject', resource: object, key }, ['kms:Decrypt key']],
    [
      'Decrypt to read, in any case',
      { action: 'S3:getobject', resource: object, key },
      ['kms:Decrypt key'],
    ],
    [
      'Decrypt to read a version',
      { action: 's3:GetObjectVersion', resource: object, key },
      ['kms:Decrypt key'],
    ],
    [
      'Decrypt to list parts',
      { action: 's3:ListMultipartUploadParts', resource: object, key },
      ['kms:Decrypt key'],
    ],
    [
      'GenerateDataKey to write',
      { action: 's3:PutObject', resource: object, key },
      ['kms:GenerateDataKey key'],
    ],
    [
      'both to write in parts',
      { action: 's3:PutObject', resource: object, key, multipart: true },
      ['kms:GenerateDataKey key', 'kms:Decrypt key'],
    ],
    ['no key to delete', { action: 's3:DeleteObject', resource: object, key }, []],
    ['no key to list', { action: 's3:ListBucket', resource: key.bucket, key }, []],
    ['no key for tags', { action: 's3:GetObjectTagging', resource: object, key }, []],
    ['nothing else to assume a role', { action: 'sts:AssumeRole', resource: role }, []],
    [
      'TagSession for session tags',
      { action: 'sts:AssumeRole', resource: role, context: { 'aws:RequestTag/team': 'fraud' } },
      [`sts:TagSession ${role}`],
    ],
    [
      'TagSession for transitive tags',
      {
        action: 'sts:AssumeRoleWithSAML',
        resource: role,
        context: { 'sts:TransitiveTagKeys': ['team'] },
      },
      [`sts:TagSession ${role}`],
    ],
    [
      'SetSourceIdentity for a source identity',
      {
        action: 'sts:AssumeRoleWithWebIdentity',
        resource: role,
        context: { 'STS:sourceidentity': 'ann' },
      },
      [`sts:SetSourceIdentity ${role}`],
    ],
    [
      'SetSourceIdentity where the caller’s session has one',
      { action: 'sts:AssumeRole', resource: role, context: { 'aws:SourceIdentity': 'ann' } },
      [`sts:SetSourceIdentity ${role}`],
    ],
    [
      'both for both',
      {
        action: 'sts:AssumeRole',
        resource: role,
        context: { 'aws:TagKeys': ['team'], 'sts:SourceIdentity': 'ann' },
      },
      [`sts:TagSession ${role}`, `sts:SetSourceIdentity ${role}`],
    ],
    [
      'none of them for tags of other resources',
      {
        action: 'sagemaker:CreateModel',
        resource: '*',
        context: { 'aws:RequestTag/team': 'fraud' },
      },
      [],
    ],
  ];
  for (const [title, call, expected] of rows) {
    it(title, () => {
      expect(extra(call)).to.deep.equal(expected);
    });
  }

  it('the key as S3 asks for it, for the object', () => {
    const [asked, decrypt] = neededPairs({ action: 's3:GetObject', resource: object, key });
    expect(asked).to.deep.equal({
      action: 's3:GetObject',
      resource: object,
      context: {},
      forwarded: false,
    });
    expect(decrypt).to.deep.equal({
      action: 'kms:Decrypt',
      resource: key.key,
      because: 'the object is encrypted with this key',
      context: {
        'kms:ViaService': 's3.eu-west-1.amazonaws.com',
        'kms:EncryptionContext:aws:s3:arn': object,
        'kms:EncryptionContextKeys': ['aws:s3:arn'],
      },
      forwarded: true,
    });
  });

  const contexts: readonly (readonly [title: string, call: Partial<Call>, arn: string])[] = [
    ['the bucket, with a bucket key', { key: { ...key, bucketKey: true } }, key.bucket],
    [
      'the object behind an access point',
      { resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/team/object/a/b.tar.gz' },
      object,
    ],
  ];
  for (const [title, call, arn] of contexts) {
    it(`the key for ${title}`, () => {
      const pairs = neededPairs({ action: 's3:GetObject', resource: object, key, ...call });
      expect(pairs[1]?.context['kms:EncryptionContext:aws:s3:arn']).to.equal(arn);
    });
  }

  it('a key for content alone', () => {
    const actions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 's3:GetObjectAcl'];
    expect(actions.filter(needsKeyOfObject)).to.deep.equal(['s3:GetObject', 's3:PutObject']);
  });
});
