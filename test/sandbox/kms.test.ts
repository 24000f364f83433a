import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListAliasesCommand,
  ListGrantsCommand,
  ListKeysCommand,
  ListResourceTagsCommand,
} from '@aws-sdk/client-kms';
import { expect } from 'chai';
import { accountId, region } from '../support/build.ts';
import { failureOf, sandboxAccount, sandboxKey, serve } from '../support/world.ts';

const arn = `arn:aws:kms:${region}:${accountId}:key/k-1`;
const keys = [
  sandboxKey('k-1', {
    metadata: { KeyManager: 'CUSTOMER', CreationDate: 1_735_689_600 },
    policy: { Version: '2012-10-17', Statement: [{ Effect: 'Allow' }] },
    aliases: ['alias/models', 'alias/weights'],
    grants: [{ GrantId: 'g-1', GranteePrincipal: 'x' }, { GrantId: 'g-2' }],
    tags: { team: 'ml' },
  }),
  sandboxKey('k-2', { rotation: null }),
];

function kms(options: Parameters<typeof serve>[1] = {}): KMSClient {
  return new KMSClient(serve([sandboxAccount({ keys })], options).client);
}

describe('KMS in the sandbox', () => {
  it('lists keys in pages by Limit and Marker', async () => {
    const first = await kms().send(new ListKeysCommand({ Limit: 1 }));
    expect(first.Keys).to.deep.equal([{ KeyId: 'k-1', KeyArn: arn }]);
    expect(first.Truncated).to.equal(true);
    const second = await kms().send(new ListKeysCommand({ Limit: 1, Marker: first.NextMarker }));
    expect(second).to.deep.include({ Truncated: false });
    expect(second.Keys?.map(({ KeyId }) => KeyId)).to.deep.equal(['k-2']);
  });

  it('may send an empty page of a list that goes on', async () => {
    const page = await kms({ emptyPages: true }).send(new ListKeysCommand({}));
    expect(page).to.deep.include({ Keys: [], Truncated: true });
  });

  it('describes a key by id, ARN, alias and alias ARN', async () => {
    for (const KeyId of ['k-1', arn, 'alias/models', arn.replace('key/k-1', 'alias/weights')]) {
      const { KeyMetadata } = await kms().send(new DescribeKeyCommand({ KeyId }));
      expect(KeyMetadata).to.deep.equal({
        KeyId: 'k-1',
        Arn: arn,
        KeyManager: 'CUSTOMER',
        CreationDate: new Date('2025-01-01T00:00:00Z'),
      });
    }
  });

  it('gives the policy only for the name `default`', async () => {
    const named = { KeyId: 'k-1', PolicyName: 'default' };
    const { Policy } = await kms().send(new GetKeyPolicyCommand(named));
    expect(Policy).to.equal(JSON.stringify(keys[0]?.policy));
    const unnamed = kms().send(new GetKeyPolicyCommand({ KeyId: 'k-1' }));
    expect((await failureOf(unnamed)).code).to.equal('NotFoundException');
  });

  it('gives grants, tags, aliases', async () => {
    const grants = await kms().send(new ListGrantsCommand({ KeyId: arn, Limit: 1 }));
    expect(grants).to.deep.include({ Truncated: true });
    expect(grants.Grants).to.deep.equal([{ GrantId: 'g-1', GranteePrincipal: 'x' }]);
    const tags = await kms().send(new ListResourceTagsCommand({ KeyId: 'k-1' }));
    expect(tags.Tags).to.deep.equal([{ TagKey: 'team', TagValue: 'ml' }]);
    const { Aliases } = await kms().send(new ListAliasesCommand({}));
    expect(Aliases?.[0]).to.deep.equal({
      AliasName: 'alias/models',
      AliasArn: arn.replace('key/k-1', 'alias/models'),
      TargetKeyId: 'k-1',
    });
    expect(Aliases).to.have.length(2);
  });

  it('says that a key does not rotate', async () => {
    const call = kms().send(new GetKeyRotationStatusCommand({ KeyId: 'k-2' }));
    expect((await failureOf(call)).code).to.equal('UnsupportedOperationException');
  });

  it('does not find keys of other regions', async () => {
    const there = arn.replace(region, 'us-east-1');
    const call = kms().send(new DescribeKeyCommand({ KeyId: there }));
    expect((await failureOf(call)).code).to.equal('NotFoundException');
  });
});
