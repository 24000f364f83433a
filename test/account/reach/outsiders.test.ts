import { expect } from 'chai';
import { present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { keyArn } from '../../support/key.ts';
import {
  about,
  accountWith,
  iam,
  keyWith,
  memberOf,
  models,
  partner,
  roleNamed,
  trustOf,
  when,
  whoCan,
} from '../../support/reach-world.ts';

// Who outside the account is asked about: whoever policies, conditions, grants and ACLs tell apart.

const everyone = { Principal: '*' };
const byPartner = { Principal: { AWS: partner } };
const anyOfPartner = `can any principal of account ${partner}`;

describe('Who is asked about outside the account', () => {
  it('is the account that a grant of a key names', () => {
    const grant = {
      ...{ id: 'g', grantee: `arn:aws:iam::${partner}:root`, retiring: null, issuer: null },
      ...{ operations: ['Decrypt'], encryptionContextEquals: null, encryptionContextSubset: null },
    };
    const account = accountWith(keyWith([], { grants: present([grant]) }));
    const question = { action: 'kms:Decrypt', resource: keyArn() };
    expect(whoCan(account, question)).to.deep.equal([anyOfPartner]);
  });

  it('is an account that a resource control policy alone names', () => {
    const fence = { Effect: 'Deny', ...everyone, Action: 's3:*', Resource: '*' };
    const others = when('StringNotEquals', 'aws:PrincipalAccount', partner);
    const account = accountWith(
      memberOf([{ ...fence, ...others }]),
      models([about('Allow', everyone)]),
    );
    expect(whoCan(account)).to.include(anyOfPartner);
    expect(whoCan(account)).to.not.include('can any principal of any AWS account');
  });

  it('is a service that a condition alone names', () => {
    const onlyLogs = when('StringEquals', 'aws:PrincipalServiceName', 'logs.amazonaws.com');
    const account = accountWith(models([about('Allow', { ...everyone, ...onlyLogs })]));
    expect(whoCan(account)).to.deep.equal(['can logs.amazonaws.com']);
  });

  it('is an identity provider without an ARN', () => {
    const trustPolicy = present({
      ...trustOf(
        { Federated: 'cognito-identity.amazonaws.com' },
        { Action: 'sts:AssumeRoleWithWebIdentity' },
      ).value,
    });
    const account = accountWith(roleNamed('app', [], { trustPolicy }));
    const question = { action: 'sts:AssumeRoleWithWebIdentity', resource: `${iam}:role/app` };
    expect(whoCan(account, question)).to.deep.equal(['can cognito-identity.amazonaws.com']);
  });

  it('is a user of another account where roles do not get in', () => {
    const users = when('StringEquals', 'aws:PrincipalType', 'User');
    const account = accountWith(models([about('Allow', { ...byPartner, ...users })]));
    expect(whoCan(account)).to.deep.equal([anyOfPartner]);
    const folders = { Resource: 'arn:aws:s3:::models/${aws:username}/*' };
    expect(
      whoCan(accountWith(models([about('Allow', { ...byPartner, ...folders })]))),
    ).to.deep.equal([anyOfPartner]);
  });

  it('is the root user of another account where nobody else of it gets in', () => {
    const roots = when('ArnEquals', 'aws:PrincipalArn', `arn:aws:iam::${partner}:root`);
    const account = accountWith(models([about('Allow', { ...byPartner, ...roots })]));
    expect(whoCan(account)).to.deep.equal([anyOfPartner]);
  });

  it('is a service where an ACL lets everybody in who signs', () => {
    const grantee = 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers';
    const acl = present({ owner: 'me', grants: [{ grantee, type: 'Group', permission: 'READ' }] });
    const account = accountWith(models([], { ownership: present('ObjectWriter'), acl }));
    const list = { action: 's3:ListBucket', resource: 'arn:aws:s3:::models' };
    expect(whoCan(account, list)).to.include('can any AWS service');
  });

  it('is no account of its own for a condition that fits all', () => {
    const roles = when('ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:role/reader');
    const account = accountWith(
      build('organizations.account'),
      models([about('Allow', { ...everyone, ...roles })]),
    );
    expect(whoCan(account)).to.deep.equal(['can any principal of any AWS account']);
  });
});
