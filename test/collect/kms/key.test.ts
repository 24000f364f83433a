import { expect } from 'chai';
import { kmsKeyCollector } from '../../../src/collect/kms/key.ts';
import { sha256 } from '../../../src/model/canonical.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import {
  awsError,
  collectFrom,
  collected,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';
import { described, keyAnswers, keyArn } from '../../support/key-answers.ts';

function collect(changed: Answers = {}) {
  return collectFrom(kmsKeyCollector, { ...keyAnswers, ...changed });
}

describe('kmsKeyCollector', () => {
  it('reads a customer-managed key', async () => {
    const { one, universes } = await collect();
    expect(one('kms.key')).to.deep.equal({
      kind: 'kms.key',
      id: keyArn,
      name: 'k-1',
      account: '111122223333',
      region: 'eu-west-1',
      manager: present('CUSTOMER'),
      keyState: present('Enabled'),
      origin: present('AWS_KMS'),
      spec: present('SYMMETRIC_DEFAULT'),
      usage: present('ENCRYPT_DECRYPT'),
      multiRegion: present(false),
      deletionDate: absent,
      createdAt: present('2026-01-02T03:04:05.000Z'),
      policy: present({ document: { Statement: [] }, sha256: sha256('{"Statement":[]}') }),
      grants: present([]),
      rotation: present({ enabled: true, periodDays: 365 }),
      aliases: present(['alias/archive', 'alias/models']),
      tags: present({ team: 'ml' }),
    });
    expect(universes).to.deep.equal([{ kind: 'kms.key', region: 'eu-west-1', end: 'complete' }]);
  });

  it('does not say whose a key is that is called a customer’s under an alias of AWS', async () => {
    const { one } = await collect({
      'kms:ListAliases': {
        Aliases: [{ AliasName: 'alias/aws/s3', TargetKeyId: 'k-1' }],
        Truncated: false,
      },
    });
    const { manager, aliases, policy, rotation } = one('kms.key');
    expect(aliases).to.deep.equal(present(['alias/aws/s3']));
    expect(manager).to.deep.equal({
      state: 'error',
      call: 'kms:DescribeKey',
      code: 'ContradictoryReply',
      message: "KeyManager is CUSTOMER, but the key has AWS's own alias/aws/s3",
    });
    expect([policy, rotation]).to.deep.equal([manager, manager]);
  });

  it('names the policy and gives every list its page size', async () => {
    const calls: FakeCall[] = [];
    await collected(kmsKeyCollector, fakeAws(keyAnswers, calls), calls);
    const inputs = calls.map(({ operation, input }) => [operation, input]);
    expect(Object.fromEntries(inputs)).to.deep.equal({
      'kms:ListAliases': { Limit: 100 },
      'kms:ListKeys': { Limit: 1000 },
      'kms:DescribeKey': { KeyId: 'k-1' },
      'kms:GetKeyPolicy': { KeyId: 'k-1', PolicyName: 'default' },
      'kms:ListGrants': { KeyId: 'k-1', Limit: 100 },
      'kms:GetKeyRotationStatus': { KeyId: 'k-1' },
      'kms:ListResourceTags': { KeyId: 'k-1', Limit: 50 },
    });
    expect(calls).to.have.lengthOf(7);
  });

  it('reads all pages of the grants', async () => {
    const grant = {
      GrantId: 'g-1',
      GranteePrincipal: 'arn:aws:iam::111122223333:role/r',
      Operations: ['Decrypt'] as const,
      Constraints: { EncryptionContextEquals: { model: 'fraud' } },
    };
    const { one } = await collect({
      'kms:ListGrants': ({ Marker: marker }) =>
        marker === undefined
          ? { Grants: [grant as never], Truncated: true, NextMarker: 'more' }
          : {
              Grants: [
                { GrantId: 'g-2', GranteeServicePrincipal: 'x.amazonaws.com', Operations: [] },
              ],
              Truncated: false,
            },
    });
    const none = { retiring: null, issuer: null, encryptionContextSubset: null };
    expect(one('kms.key').grants).to.deep.equal(
      present([
        {
          ...none,
          id: 'g-1',
          grantee: 'arn:aws:iam::111122223333:role/r',
          operations: ['Decrypt'],
          encryptionContextEquals: { model: 'fraud' },
        },
        {
          ...none,
          id: 'g-2',
          grantee: 'x.amazonaws.com',
          operations: [],
          encryptionContextEquals: null,
        },
      ]),
    );
  });

  it('does not take the first page of the grants for all of them', async () => {
    const cut = await collect({
      'kms:ListGrants': { Grants: [], Truncated: true, NextMarker: 'again' },
    });
    expect(cut.one('kms.key').grants).to.deep.include({ state: 'error', code: 'ListTruncated' });
    const lost = await collect({ 'kms:ListGrants': { Grants: [], Truncated: true } });
    expect(lost.one('kms.key').grants).to.deep.include({ state: 'error', code: 'ListTruncated' });
  });

  it('asks an AWS-managed key who may use it, but for no tags and no rotation', async () => {
    const { one } = await collect(described({ KeyManager: 'AWS' }));
    const { manager, policy, grants, rotation, tags } = one('kms.key');
    expect(manager).to.deep.equal(present('AWS'));
    expect([policy.state, grants.state]).to.deep.equal(['present', 'present']);
    expect(rotation).to.deep.equal({
      state: 'unsupported',
      call: 'kms:GetKeyRotationStatus',
      code: 'AwsManagedKey',
    });
    expect(tags).to.deep.equal(notCollected('AWS-managed key'));
  });

  it('writes a key that is listed but denied, with its aliases', async () => {
    const { one, universes } = await collect({
      'kms:DescribeKey': awsError('AccessDeniedException'),
    });
    const denied = { state: 'denied', call: 'kms:DescribeKey', code: 'AccessDeniedException' };
    const { kind, id, name, account, region, aliases, ...fields } = one('kms.key');
    expect([kind, id, name, account, region]).to.deep.equal([
      'kms.key',
      keyArn,
      'k-1',
      '111122223333',
      'eu-west-1',
    ]);
    expect(aliases).to.deep.equal(present(['alias/archive', 'alias/models']));
    for (const [field, state] of Object.entries(fields)) {
      expect(state, field).to.deep.equal(denied);
    }
    expect(universes.map((end) => end.end)).to.deep.equal(['complete']);
  });

  it('gives every key the problem of the aliases', async () => {
    const { one, universes } = await collect({
      'kms:ListAliases': awsError('AccessDeniedException'),
    });
    expect(one('kms.key').aliases).to.deep.equal({
      state: 'denied',
      call: 'kms:ListAliases',
      code: 'AccessDeniedException',
    });
    expect(universes.map((end) => end.end)).to.deep.equal(['complete']);
  });

  it('does not take a cut list of aliases for "no alias"', async () => {
    const { one } = await collect({ 'kms:ListAliases': { Truncated: false } });
    expect(one('kms.key').aliases).to.deep.include({ state: 'error', code: 'IncompleteReply' });
  });

  it('says that a key waiting for its deletion does so', async () => {
    const DeletionDate = new Date('2026-12-01T00:00:00Z');
    const { one } = await collect(described({ KeyState: 'PendingDeletion', DeletionDate }));
    expect(one('kms.key').deletionDate).to.deep.equal(present('2026-12-01T00:00:00.000Z'));
    const undated = await collect(described({ KeyState: 'PendingDeletion' }));
    expect(undated.one('kms.key').deletionDate).to.deep.include({ state: 'error' });
  });

  it('makes errors of members that AWS always sends', async () => {
    const { one } = await collect({ 'kms:DescribeKey': { KeyMetadata: { KeyId: 'k-1' } } });
    const { deletionDate, aliases, kind, id, name, account, region, ...fields } = one('kms.key');
    expect([kind, id, name, account, region]).to.include(keyArn);
    expect({ deletionDate, aliases }).to.deep.include({ deletionDate: absent });
    for (const [field, state] of Object.entries(fields)) {
      expect(state, field).to.deep.include({
        state: 'error',
        call: 'kms:DescribeKey',
        code: 'IncompleteReply',
      });
    }
  });
});

describe('the list of keys', () => {
  it('is denied when its second page is, and keeps the first', async () => {
    const { of, universes } = await collect({
      'kms:ListKeys': ({ Marker: marker }) =>
        marker === undefined
          ? { Keys: [{ KeyId: 'k-1', KeyArn: keyArn }], Truncated: true, NextMarker: 'more' }
          : awsError('AccessDeniedException'),
    });
    expect(of('kms.key').map((one) => one.id)).to.deep.equal([keyArn]);
    expect(universes.map((one) => one.end)).to.deep.equal(['denied']);
  });

  it('is an error when an entry has no ARN, and is truncated when there is more without a marker', async () => {
    const nameless = await collect({ 'kms:ListKeys': { Keys: [{ KeyId: 'k-1' }] } });
    expect(nameless.universes.map((one) => one.end)).to.deep.equal(['error']);
    const lost = await collect({ 'kms:ListKeys': { Keys: [], Truncated: true } });
    expect(lost.universes.map((one) => one.end)).to.deep.equal(['truncated']);
  });
});
