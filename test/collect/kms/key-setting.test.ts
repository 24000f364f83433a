import { expect } from 'chai';
import { kmsKeyCollector } from '../../../src/collect/kms/key.ts';
import { present } from '../../../src/model/observed.ts';
import { awsError, collectFrom, type Answers } from '../../support/fake-aws.ts';
import { described, keyAnswers } from '../../support/key-answers.ts';

function collect(changed: Answers = {}) {
  return collectFrom(kmsKeyCollector, { ...keyAnswers, ...changed });
}

describe('rotation of a key', () => {
  it('is unsupported, without a call, for a spec that KMS never rotates', async () => {
    const { one } = await collect({
      ...described({ KeySpec: 'HMAC_256' }),
      'kms:GetKeyRotationStatus': awsError('the rotation was asked for'),
    });
    expect(one('kms.key').rotation).to.deep.equal({
      state: 'unsupported',
      call: 'kms:GetKeyRotationStatus',
      code: 'HMAC_256',
    });
  });

  for (const code of ['UnsupportedOperationException', 'KMSInvalidStateException']) {
    it(`is unsupported where KMS answers ${code}`, async () => {
      const { one } = await collect({ 'kms:GetKeyRotationStatus': awsError(code) });
      const call = 'kms:GetKeyRotationStatus';
      expect(one('kms.key').rotation).to.deep.equal({ state: 'unsupported', call, code });
    });
  }

  it('is an error without KeyRotationEnabled', async () => {
    const { one } = await collect({ 'kms:GetKeyRotationStatus': { KeyId: 'k-1' } });
    expect(one('kms.key').rotation).to.deep.include({ state: 'error', code: 'IncompleteReply' });
  });
});

describe('policy, grants and tags of a key', () => {
  it('are never unsupported: an invalid state of the key is an error', async () => {
    const invalid = awsError('KMSInvalidStateException');
    const { one } = await collect({
      'kms:GetKeyPolicy': invalid,
      'kms:ListGrants': invalid,
      'kms:ListResourceTags': invalid,
    });
    const error = (call: string) => ({ state: 'error', call, code: 'KMSInvalidStateException' });
    expect(one('kms.key')).to.deep.include({
      policy: error('kms:GetKeyPolicy'),
      grants: error('kms:ListGrants'),
      tags: error('kms:ListResourceTags'),
    });
  });

  it('are denied one by one, as a key policy does', async () => {
    const { one } = await collect({ 'kms:GetKeyPolicy': awsError('AccessDeniedException') });
    expect(one('kms.key')).to.deep.include({
      policy: { state: 'denied', call: 'kms:GetKeyPolicy', code: 'AccessDeniedException' },
      tags: present({ team: 'ml' }),
    });
  });

  it('are gone when the key is', async () => {
    const { one } = await collect({ 'kms:GetKeyPolicy': awsError('NotFoundException') });
    expect(one('kms.key').policy).to.deep.include({ state: 'gone' });
  });
});
