import { expect } from 'chai';
import { untrusted } from '../../../src/account/reach/untrusted.ts';
import { present } from '../../../src/model/observed.ts';
import { accountId, build } from '../../support/build.ts';
import { policyOf } from '../../support/policy.ts';
import {
  about,
  accountWith,
  delegation,
  iam,
  keyWith,
  memberOf,
  models,
  partner,
  roleNamed,
  when,
  whoCan,
} from '../../support/reach-world.ts';

// Which resources a question is about, what policies they have and which tags.

const sageMaker = `arn:aws:sagemaker:eu-west-1:${accountId}`;
const anyOfPartner = `can any principal of account ${partner}`;
const train = `can ${iam}:role/train`;

function allow(action: string, more: object = {}) {
  return { Effect: 'Allow', Action: action, Resource: '*', ...more };
}

describe('A question over resources', () => {
  it('asks the policies of groups about their model packages', () => {
    const describePackage = 'sagemaker:DescribeModelPackage';
    const group = build(
      'sagemaker.model-package-group',
      { policy: present(policyOf(allow(describePackage, { Principal: { AWS: partner } }))) },
      { id: `${sageMaker}:model-package-group/fraud`, name: 'fraud' },
    );
    const who = (resource: string) =>
      whoCan(accountWith(group), { action: describePackage, resource });
    for (const name of ['model-package/*', 'model-package/fra*', 'model-package/fraud/1']) {
      expect(who(`${sageMaker}:${name}`), name).to.deep.equal([anyOfPartner]);
    }
    expect(who('*')).to.deep.equal([anyOfPartner]);
    expect(who(`${sageMaker}:model-package/other*`)).to.deep.equal([]);
  });

  it('over accounts is about the own one', () => {
    const role = roleNamed('train', [allow('sagemaker:InvokeEndpoint')]);
    const question = {
      action: 'sagemaker:InvokeEndpoint',
      resource: 'arn:aws:sagemaker:*:*:endpoint/*',
    };
    expect(whoCan(accountWith(role), question)).to.deep.equal([train]);
  });

  it('over regions and accounts is also about buckets, which have neither in their ARNs', () => {
    const question = { action: 's3:GetObject', resource: 'arn:aws:s3:*:*:models/*' };
    expect(
      whoCan(accountWith(roleNamed('train', [about('Allow')]), models()), question),
    ).to.include(train);
  });

  it('about an alias is about its key', () => {
    const alias = `arn:aws:kms:eu-west-1:${accountId}:alias/models`;
    const account = accountWith(
      keyWith([delegation], { aliases: present(['alias/models']) }),
      roleNamed('train', [allow('kms:Decrypt')]),
    );
    expect(whoCan(account, { action: 'kms:Decrypt', resource: alias })).to.deep.equal([train]);
  });

  it('misses policies of kinds that are not captured', () => {
    const { missing } = accountWith().whoCan({ action: 'lambda:InvokeFunction', resource: '*' });
    expect(missing.map(({ what }) => what)).to.deep.equal([
      'the policies of the resources of lambda',
    ]);
  });

  it('misses access points of other accounts, where the bucket leaves access to them', () => {
    const missing = (owner: string) => {
      const viaPoint = when('StringEquals', 's3:DataAccessPointAccount', owner);
      return accountWith(models([about('Allow', { Principal: '*', ...viaPoint })]))
        .whoCan({ action: 's3:GetObject', resource: 'arn:aws:s3:::models/*' })
        .missing.map(({ what }) => what);
    };
    expect(missing(accountId)).to.deep.equal([]);
    expect(missing(partner)).to.deep.equal([
      'who reaches models through access points of other accounts',
    ]);
  });

  it('sees the tags of what it is about', () => {
    const endpoint = build(
      'sagemaker.endpoint',
      { tags: present({ team: 'fraud' }) },
      { id: `${sageMaker}:endpoint/scorer`, name: 'scorer' },
    );
    const ofTeam = (name: string, key: string, team: string) =>
      roleNamed(name, [allow('sagemaker:InvokeEndpoint', when('StringEquals', key, team))]);
    const account = accountWith(
      endpoint,
      ofTeam('train', 'aws:ResourceTag/team', 'fraud'),
      ofTeam('own', 'sagemaker:ResourceTag/team', 'fraud'),
      ofTeam('other', 'aws:ResourceTag/team', 'nlp'),
      ofTeam('none', 'aws:ResourceTag/stage', 'prod'),
    );
    const question = { action: 'sagemaker:InvokeEndpoint', resource: endpoint.id };
    expect(whoCan(account, question)).to.deep.equal([`can ${iam}:role/own`, train]);
  });

  it('knows of the organisations that any of the policies name', () => {
    const theirs = when('StringEquals', 'aws:PrincipalOrgID', 'o-theirs1');
    const account = accountWith(
      memberOf([]),
      models([about('Allow', { Principal: { AWS: partner }, ...theirs })]),
    );
    for (const resource of ['arn:aws:s3:::models/*', 'arn:aws:s3:::*']) {
      const { reaches } = untrusted(account, { action: 's3:GetObject', resource });
      expect(
        reaches.map(({ subject }) => subject.sort),
        resource,
      ).to.deep.equal(['named-account']);
    }
  });
});
