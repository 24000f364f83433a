import { expect } from 'chai';
import { present } from '../../../src/model/observed.ts';
import {
  about,
  accountWith,
  byKey,
  delegation,
  iam,
  keyWith,
  models,
  roleNamed,
  trustOf,
  when,
  whoCan,
} from '../../support/reach-world.ts';

// Accesses that need more than one permission: by one and the same call.

const train = `can ${iam}:role/train`;

function decrypt(more: object) {
  return { Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*', ...more };
}

describe('Permissions that an access needs together', () => {
  it('are there for the one object that both are about', () => {
    const objects = when(
      'StringLike',
      'kms:EncryptionContext:aws:s3:arn',
      'arn:aws:s3:::models/b/*',
    );
    const account = accountWith(
      models([], { encryption: byKey }),
      keyWith([delegation]),
      roleNamed('train', [about('Allow'), decrypt(objects)]),
    );
    expect(whoCan(account)).to.deep.equal([train]);
    const [first, second] = account.reach('role/train', {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::models/*',
    }).pairs;
    expect(first.witness?.resource).to.match(/^arn:aws:s3:::models\/b\//);
    expect(second?.is).to.equal('yes');
  });

  it('are there only with what the caller carries for both', () => {
    const anyTag = trustOf({ AWS: `${iam}:root` }, { Action: 'sts:*' });
    const tagged = (operator: string) => when(operator, 'aws:PrincipalTag/team', 'fraud');
    const who = (ofObject: string, ofKey: string) =>
      whoCan(
        accountWith(
          models([], { encryption: byKey }),
          keyWith([delegation]),
          roleNamed('train', [about('Allow', tagged(ofObject)), decrypt(tagged(ofKey))], {
            trustPolicy: anyTag,
          }),
        ),
      );
    expect(who('StringEquals', 'StringEquals')).to.deep.equal([train]);
    expect(who('StringNotEquals', 'StringNotEquals')).to.deep.equal([train]);
    // Without the tag, or with another one, it reads; with the tag alone it decrypts.
    expect(who('StringNotEquals', 'StringEquals')).to.deep.equal([`may ${iam}:role/train`]);
    expect(who('StringEqualsIfExists', 'StringEquals')).to.deep.equal([train]);
  });

  it('are the tags and the source identity that a session is to have', () => {
    const needs = when('StringLike', 'sts:SourceIdentity', '?*');
    const caller = { AWS: `${iam}:role/train` };
    const assume = { Effect: 'Allow', Action: 'sts:*', Resource: '*' };
    const who = (action: readonly string[]) =>
      whoCan(
        accountWith(
          roleNamed('train', [assume]),
          roleNamed('data', [], { trustPolicy: trustOf(caller, { Action: action, ...needs }) }),
        ),
        { action: 'sts:AssumeRole', resource: `${iam}:role/data` },
      );
    expect(who(['sts:AssumeRole'])).to.deep.equal([]);
    expect(who(['sts:AssumeRole', 'sts:SetSourceIdentity'])).to.deep.equal([train]);
  });

  it('are the session tags, unless there is a way without', () => {
    const tagged = when('StringEquals', 'aws:RequestTag/team', 'fraud');
    const trust = trustOf({ AWS: `${iam}:role/train` }, tagged).value;
    const plain = roleNamed('train', [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' },
    ]);
    const question = { action: 'sts:AssumeRole', resource: `${iam}:role/data` };
    const data = roleNamed('data', [], { trustPolicy: present(trust) });
    expect(whoCan(accountWith(plain, data), question)).to.deep.equal([]);
  });
});
