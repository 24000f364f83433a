import { expect } from 'chai';
import type { SandboxRepository } from '../../../src/sandbox/world.ts';
import { accountIn } from '../../support/account-text.ts';

const keys = 'kms: { us-east-1: { models: { id: 0a1b2c3d-1111-4222-8333-444455556666 } } }';
const key = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111-4222-8333-444455556666';

function repositoryIn(members: string): SandboxRepository {
  const text = `${keys}\necr: { us-east-1: { repositories: { fraud/train: { created: 2026-01-01, ${members} } } } }`;
  const [repository] = accountIn(text).ecr.get('us-east-1')?.repositories ?? [];
  if (repository === undefined) throw new Error('no repository');
  return repository;
}

const encryptionIn = (text: string) =>
  repositoryIn(`encryption: ${text}`).detail['encryptionConfiguration'];

describe('A repository', () => {
  it('is by default what ECR makes', () => {
    expect(repositoryIn('')).to.deep.equal({
      detail: {
        repositoryArn: 'arn:aws:ecr:us-east-1:111122223333:repository/fraud/train',
        registryId: '111122223333',
        repositoryName: 'fraud/train',
        repositoryUri: '111122223333.dkr.ecr.us-east-1.amazonaws.com/fraud/train',
        createdAt: Date.parse('2026-01-01T00:00:00Z') / 1000,
        imageTagMutability: 'MUTABLE',
        imageScanningConfiguration: { scanOnPush: false },
        encryptionConfiguration: { encryptionType: 'AES256' },
      },
      tags: {},
    });
  });

  it('has policy, tags and settings as given', () => {
    const more = 'tagMutability: IMMUTABLE, scanOnPush: true, tags: { team: ml }, policy: []';
    const { detail, ...rest } = repositoryIn(more);
    expect(detail).to.deep.include({
      imageTagMutability: 'IMMUTABLE',
      imageScanningConfiguration: { scanOnPush: true },
    });
    expect(rest).to.deep.equal({
      tags: { team: 'ml' },
      policy: { Version: '2012-10-17', Statement: [] },
    });
  });

  it('is encrypted under a key of the file, one in full, or the one that AWS manages', () => {
    expect(encryptionIn('models')).to.deep.equal({ encryptionType: 'KMS', kmsKey: key });
    const twice = { encryptionType: 'KMS_DSSE', kmsKey: key };
    expect(encryptionIn('{ type: KMS_DSSE, key: models }')).to.deep.equal(twice);
    expect(encryptionIn('AES256')).to.deep.equal({ encryptionType: 'AES256' });
    expect(encryptionIn('KMS'))
      .to.have.property('kmsKey')
      .that.matches(/^arn:aws:kms:us-east-1:111122223333:key\/[0-9a-f-]{36}$/);
  });

  it('may not name a key that is not there', () => {
    expect(() => encryptionIn('model')).to.throw('there is no key "model" in us-east-1');
  });
});

describe('A registry', () => {
  it('has a policy of its own', () => {
    const registry = accountIn('ecr: { us-east-1: { policy: [] } }').ecr.get('us-east-1');
    const policy = { Version: '2012-10-17', Statement: [] };
    expect(registry).to.deep.equal({ repositories: [], policy });
  });

  it('must be in a region of the account', () => {
    expect(() => accountIn('ecr: { eu-west-9: {} }')).to.throw("not one of the account's regions");
  });
});
