import { expect } from 'chai';
import { keyArn } from '../../support/key.ts';
import {
  about,
  accountWith,
  byKey,
  delegation,
  iam,
  keyWith,
  models,
  roleNamed,
  when,
  whoCan,
} from '../../support/reach-world.ts';

// Who can write objects into a bucket that encrypts with a key: the writer chooses the encryption.

const write = { action: 's3:PutObject', resource: 'arn:aws:s3:::models/*' };
const header = 's3:x-amz-server-side-encryption';
const put = { Action: 's3:PutObject' };
const writer = roleNamed('train', [about('Allow', put)]);
const useKey = { Effect: 'Allow', Action: 'kms:GenerateDataKey', Resource: '*' };
const key = keyWith([delegation]);

function bucketThatWants(operator: string, name: string, value: string) {
  const deny = about('Deny', { ...put, Principal: '*', ...when(operator, name, value) });
  return models([deny], { encryption: byKey });
}

describe('Who can write where the bucket encrypts with a key', () => {
  it('is whoever may write without the key: he has it encrypted by S3', () => {
    const account = accountWith(models([], { encryption: byKey }), key, writer);
    expect(whoCan(account, write)).to.deep.equal([`can ${iam}:role/train`]);
    const [pair] = account.reach('role/train', write).pairs;
    expect(pair.witness?.context).to.deep.equal({ [header]: 'AES256' });
    const { outcome } = account.can('role/train', write.action, 'arn:aws:s3:::models/x', {
      [header]: 'AES256',
    });
    expect(outcome).to.equal('allowed');
  });

  it('is perhaps whoever has another key where the bucket wants any of KMS', () => {
    const bucket = bucketThatWants('StringNotEquals', header, 'aws:kms');
    const account = accountWith(bucket, key, writer);
    expect(whoCan(account, write)).to.deep.equal([`may ${iam}:role/train`]);
  });

  it('is nobody without the key where the bucket wants this very one', () => {
    const bucket = bucketThatWants('StringNotEquals', `${header}-aws-kms-key-id`, keyArn());
    expect(whoCan(accountWith(bucket, key, writer), write)).to.deep.equal([]);
    const keyUser = roleNamed('train', [about('Allow', put), useKey]);
    expect(whoCan(accountWith(bucket, key, keyUser), write)).to.deep.equal([
      `can ${iam}:role/train`,
    ]);
  });
});
