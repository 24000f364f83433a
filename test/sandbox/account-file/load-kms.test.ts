import { expect } from 'chai';
import { accountIn } from '../../support/account-text.ts';
import type { SandboxKey } from '../../../src/sandbox/world.ts';

const id = '0a1b2c3d-1111-4222-8333-444455556666';
const arn = `arn:aws:kms:us-east-1:111122223333:key/${id}`;

function keyIn(name: string, members: string): SandboxKey {
  const text = `iam: { roles: { Serving: { trust: sagemaker, path: /ml/ } } }\nkms: { us-east-1: { ${name}: { id: ${id}, created: 2026-01-01, ${members} } } }`;
  const [key] = accountIn(text).kms.get('us-east-1') ?? [];
  if (key === undefined) throw new Error('no key');
  return key;
}

describe('A key', () => {
  it('is by default what the console makes, without rotation', () => {
    expect(keyIn('models', '')).to.deep.equal({
      metadata: {
        AWSAccountId: '111122223333',
        KeyId: id,
        Arn: arn,
        CreationDate: Date.parse('2026-01-01T00:00:00Z') / 1000,
        Enabled: true,
        Description: '',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeyState: 'Enabled',
        Origin: 'AWS_KMS',
        KeyManager: 'CUSTOMER',
        CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        KeySpec: 'SYMMETRIC_DEFAULT',
        EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        MultiRegion: false,
      },
      policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Enable IAM User Permissions',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
      grants: [],
      rotation: { KeyId: arn, KeyRotationEnabled: false },
      aliases: ['alias/models'],
      tags: {},
    });
  });

  it('rotates in a year or in the days given', () => {
    const now = Date.parse('2026-11-24T12:00:00Z') / 1000;
    const due = (days: number) => now + (days - 30) * 86_400;
    const enabled = { KeyId: arn, KeyRotationEnabled: true };
    expect(keyIn('a', 'rotation: true').rotation).to.deep.equal({
      ...enabled,
      RotationPeriodInDays: 365,
      NextRotationDate: due(365),
    });
    expect(keyIn('a', 'rotation: 180').rotation).to.deep.equal({
      ...enabled,
      RotationPeriodInDays: 180,
      NextRotationDate: due(180),
    });
  });

  it('does not rotate when it is asymmetric or imported', () => {
    expect(keyIn('a', 'spec: RSA_4096, usage: SIGN_VERIFY').rotation).to.equal(null);
    expect(keyIn('a', 'origin: EXTERNAL').rotation).to.equal(null);
  });

  it('waits to be deleted once a day for it is named', () => {
    const { metadata } = keyIn('a', 'deletion: in 12 days');
    expect(metadata).to.include({
      Enabled: false,
      KeyState: 'PendingDeletion',
      DeletionDate: Date.parse('2026-12-06T12:00:00Z') / 1000,
    });
  });

  it('is AWS’s own by its name', () => {
    const key = keyIn('aws/s3', '');
    expect(key.metadata['KeyManager']).to.equal('AWS');
    expect(key.aliases).to.deep.equal(['alias/aws/s3']);
    expect(key.rotation?.['KeyRotationEnabled']).to.equal(true);
    expect(key.policy)
      .to.have.nested.property('Statement[0].Condition')
      .deep.equal({
        StringEquals: { 'kms:CallerAccount': '111122223333' },
        StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' },
      });
  });

  it('grants to roles by name and to services', () => {
    const [role, service] = keyIn(
      'a',
      "grants: [{ grantee: Serving, operations: [Decrypt], constraints: { EncryptionContextEquals: { a: b } } }, { grantee: sagemaker.amazonaws.com, retiring: 'arn:aws:iam::444455556666:root', operations: [Encrypt], name: lent }]",
    ).grants;
    expect({ ...role, GrantId: '', CreationDate: 0 }).to.deep.equal({
      KeyId: arn,
      GrantId: '',
      Name: '',
      CreationDate: 0,
      GranteePrincipal: 'arn:aws:iam::111122223333:role/ml/Serving',
      IssuingAccount: 'arn:aws:iam::111122223333:root',
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextEquals: { a: 'b' } },
    });
    expect({ ...service, GrantId: '', CreationDate: 0 }).to.deep.equal({
      KeyId: arn,
      GrantId: '',
      Name: 'lent',
      CreationDate: 0,
      GranteePrincipal: 'sagemaker.amazonaws.com',
      RetiringPrincipal: 'arn:aws:iam::444455556666:root',
      IssuingAccount: 'arn:aws:iam::111122223333:root',
      Operations: ['Encrypt'],
    });
    expect(role?.['GrantId'])
      .to.match(/^[0-9a-f]{64}$/)
      .and.not.equal(service?.['GrantId']);
  });

  it('has an id of the right form where the file names none', () => {
    const [key] = accountIn('kms: { us-east-1: { models: } }').kms.get('us-east-1') ?? [];
    expect(key?.metadata['KeyId']).to.match(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});
