import { expect } from 'chai';
import type { Chain } from '../../../src/account/escalation/edge.ts';
import { nameOf } from '../../../src/account/escalation/name-of.ts';
import { whoCanBecome } from '../../../src/account/escalation/who-can-become.ts';
import { openAccount } from '../../../src/account/open-account.ts';
import { undeclared } from '../../../src/model/inputs.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import type { Resource } from '../../../src/model/resource.ts';
import type { Universe } from '../../../src/model/snapshot.ts';
import { build, snapshotOf } from '../../support/build.ts';
import {
  bucketOfModels,
  notebook,
  passStrong,
  scene,
  strong,
  weak,
} from '../../support/escalation.ts';
import { allow, executionRole, federatedRole, settings } from '../../support/ml-account.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleArn } from '../../support/principal.ts';

// Who comes to read the bucket that only the strong role reads.

const question = { action: 's3:GetObject', resource: 'arn:aws:s3:::models/*' };
const train = allow('sagemaker:CreateTrainingJob');

function become(resources: readonly Resource[], universes?: readonly Universe[]) {
  const account = openAccount(snapshotOf([...resources, ...scene], universes), undeclared);
  return whoCanBecome(account, account.whoCan(question));
}

function text({ start, edges, end }: Chain): string {
  const steps = edges.map(({ is, words }) => `${words}${is === 'may' ? ' (?)' : ''}`);
  return `${nameOf(start)} ${steps.join(', ')}; ${nameOf(end.subject.name)} can: ${end.answer.is}`;
}

describe('Who can become somebody who can', () => {
  it('is nobody where nobody takes a step', () => {
    expect(become([weak(train)])).to.deep.equal({ chains: [], missing: [] });
  });

  it('takes one step', () => {
    const { chains } = become([weak(train, passStrong)]);
    expect(chains.map(text)).to.deep.equal([
      'role/weak starts a training job with role/strong; role/strong can: yes',
    ]);
    expect(chains[0]?.edges[0].pairs.map(({ action }) => action)).to.deep.equal([
      'sagemaker:CreateTrainingJob',
      'iam:PassRole',
    ]);
  });

  it('takes two steps, and those who take fewer come first', () => {
    const middle = executionRole('middle', train, passStrong);
    const opens = federatedRole('opens', allow('sagemaker:CreatePresignedNotebookInstanceUrl'));
    const desk = notebook({ executionRole: present(middle.id) });
    const { chains } = become([middle, opens, desk]);
    expect(chains.map(text)).to.deep.equal([
      'role/middle starts a training job with role/strong; role/strong can: yes',
      'role/opens opens the notebook desk of role/middle, starts a training job with role/strong; role/strong can: yes',
    ]);
  });

  it('assumes a role by both policies', () => {
    const trust = policyOf({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
    });
    const trusting = {
      ...executionRole('reader', allow('s3:GetObject')),
      trustPolicy: present(trust),
    };
    const { chains } = become([trusting, weak(allow('sts:AssumeRole', trusting.id))]);
    expect(chains.map(text)).to.deep.equal(['role/weak assumes role/reader; role/reader can: yes']);
  });

  it('widens itself first', () => {
    const { chains } = become([weak(allow('iam:PutRolePolicy', roleArn('weak')))]);
    expect(chains.map(text)).to.deep.equal([
      'role/weak writes inline policies of role/weak, lets itself into role/strong; role/strong can: yes',
    ]);
  });

  it('is an administrator whom a bucket policy keeps out', () => {
    const fenced = {
      ...bucketOfModels,
      policy: present(
        policyOf({
          Effect: 'Deny',
          Principal: { AWS: roleArn('weak') },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::models/shut/*',
        }),
      ),
    };
    const account = openAccount(
      snapshotOf([
        weak(allow('*')),
        executionRole('reader', allow('s3:GetObject')),
        fenced,
        ...settings,
      ]),
      undeclared,
    );
    const shut = account.whoCan({ ...question, resource: 'arn:aws:s3:::models/shut/*' });
    expect(whoCanBecome(account, shut).chains.map(text)).to.deep.equal([
      'role/weak lets itself into role/reader; role/reader can: yes',
    ]);
  });

  it('does not widen itself beyond its boundary', () => {
    const bounded = {
      ...weak(allow('iam:PutRolePolicy')),
      permissionsBoundary: present('arn:aws:iam::aws:policy/narrow'),
    };
    const narrow = build(
      'iam.policy',
      { document: present(policyOf(allow('iam:PutRolePolicy'))) },
      { id: 'arn:aws:iam::aws:policy/narrow', name: 'narrow' },
    );
    expect(become([bounded, narrow]).chains).to.deep.equal([]);
  });

  it('says what is missing, and which step is not sure', () => {
    const account = openAccount(
      snapshotOf([
        weak(train, passStrong),
        { ...strong, trustPolicy: notCollected('denied') },
        ...scene.slice(1),
      ]),
      undeclared,
    );
    const { chains, missing } = whoCanBecome(account, account.whoCan(question));
    expect(chains.map(text)).to.deep.equal([
      'role/weak starts a training job with role/strong (?); role/strong can: yes',
    ]);
    expect(missing.map(({ what }) => what)).to.deep.equal([`trustPolicy of ${roleArn('strong')}`]);
    expect(become([], listDenied('iam.user')).missing.map(({ what }) => what)).to.include(
      'all iam.user in eu-west-1',
    );
  });
});
