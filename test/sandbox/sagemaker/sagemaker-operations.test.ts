import {
  DescribeModelCommand,
  DescribeModelPackageCommand,
  DescribeTrainingJobCommand,
  DescribeUserProfileCommand,
  GetModelPackageGroupPolicyCommand,
  ListTagsCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { expect } from 'chai';
import { servedTypes } from '../../../src/sandbox/sagemaker/served-type.ts';
import { accountId, region } from '../../support/build.ts';
import { completeAccount } from '../../support/complete-account.ts';
import { callOperation } from '../../support/every-operation.ts';
import { failureOf, sandboxAccount, sandboxObject, serve } from '../../support/world.ts';

const client = serve([completeAccount()]).client;
const sagemaker = new SageMakerClient(client);

describe('a SageMaker type', () => {
  for (const { type, list, listMember, describe: operation } of servedTypes) {
    it(`is listed and described: ${type}`, async () => {
      const listed = (await callOperation(`sagemaker:${list}`, client)) as {
        readonly [member: string]: readonly object[];
      };
      // Only packages outside groups are listed without a filter; this one is.
      expect(listed[listMember]).to.have.length(1);
      const described = await callOperation(`sagemaker:${operation}`, client);
      const created = new Date(1_750_000_000_000);
      expect(described).to.deep.include({ CreationTime: created });
      expect(listed[listMember]?.[0]).to.deep.include({ CreationTime: created });
    });
  }
});

describe('a describe call', () => {
  it('finds versions of a package by ARN, and profiles by domain and name', async () => {
    const arn = `arn:aws:sagemaker:${region}:${accountId}:model-package/fraud/2`;
    const objects = {
      ModelPackage: [
        sandboxObject('ModelPackage', 'fraud/2', { arn, detail: { ModelPackageVersion: 2 } }),
      ],
      UserProfile: ['d-1', 'd-2'].map((domain) =>
        sandboxObject('UserProfile', `${domain}/ada`, {
          detail: { DomainId: domain, UserProfileName: 'ada' },
        }),
      ),
    };
    const own = new SageMakerClient(serve([sandboxAccount({ objects })]).client);
    const described = await own.send(new DescribeModelPackageCommand({ ModelPackageName: arn }));
    expect(described.ModelPackageVersion).to.equal(2);
    const ada = new DescribeUserProfileCommand({ DomainId: 'd-2', UserProfileName: 'ada' });
    expect((await own.send(ada)).DomainId).to.equal('d-2');
  });

  it('says ResourceNotFound where the API models it', async () => {
    const call = sagemaker.send(new DescribeTrainingJobCommand({ TrainingJobName: 'none' }));
    expect(await failureOf(call)).to.include({ code: 'ResourceNotFound', status: 400 });
  });

  it('says ValidationException where the API models no error', async () => {
    const call = sagemaker.send(new DescribeModelCommand({ ModelName: 'none$&' }));
    expect(await failureOf(call)).to.include({
      code: 'ValidationException',
      message: 'Could not find model "none$&".',
    });
  });
});

describe('the policy of a model package group', () => {
  const read = (from: SageMakerClient, name: string) =>
    from.send(new GetModelPackageGroupPolicyCommand({ ModelPackageGroupName: name }));

  it('is JSON text', async () => {
    const { ResourcePolicy } = await read(sagemaker, 'one');
    expect(JSON.parse(ResourcePolicy ?? '')).to.deep.equal({
      Version: '2012-10-17',
      Statement: [],
    });
  });

  it('is a ValidationException of other words when there is none, and when there is no group', async () => {
    const objects = { ModelPackageGroup: [sandboxObject('ModelPackageGroup', 'bare')] };
    const own = new SageMakerClient(serve([sandboxAccount({ objects })]).client);
    expect((await failureOf(read(own, 'bare'))).message).to.match(
      /^Cannot find resource policy for/,
    );
    expect((await failureOf(read(own, 'none'))).message).to.equal(
      'ModelPackageGroup none does not exist.',
    );
  });
});

describe('ListTags', () => {
  const arn = `arn:aws:sagemaker:${region}:${accountId}:endpoint/one`;

  it('gives the tags of any object by ARN', async () => {
    const { Tags } = await sagemaker.send(new ListTagsCommand({ ResourceArn: arn }));
    expect(Tags).to.deep.equal([{ Key: 'team', Value: 'ml' }]);
  });

  it('does not find what is not there', async () => {
    const call = sagemaker.send(new ListTagsCommand({ ResourceArn: `${arn}x` }));
    expect((await failureOf(call)).message).to.equal(`Could not find resource "${arn}x".`);
  });
});
