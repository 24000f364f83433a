import { expect } from 'chai';
import { modelCollector } from '../../../src/collect/sagemaker/model.ts';
import { absent, present } from '../../../src/model/observed.ts';
import {
  collected,
  collectFrom,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  identityOfOne,
  noSearch,
  sagemakerArn,
} from '../../support/sagemaker-listing.ts';

describe('modelCollector', () => {
  const kind = 'sagemaker.model';
  const summary = { ModelName: 'one', ModelArn: sagemakerArn('model/one'), CreationTime: created };
  const list: Answers = { 'sagemaker:ListModels': { Models: [summary] } };
  const described = (more: object): Answers => ({
    'sagemaker:DescribeModel': { ...summary, ...more } as never,
  });

  it('reads the primary container of a model, wherever its weights stand', async () => {
    const { one } = await collectFrom(modelCollector, {
      ...list,
      ...noSearch,
      ...described({
        ExecutionRoleArn: 'arn:aws:iam::111122223333:role/Serve',
        PrimaryContainer: {
          Image: 'img:1',
          ImageConfig: { RepositoryAccessMode: 'Vpc' },
          ModelDataSource: { S3DataSource: { S3Uri: 's3://models/one/' } },
          AdditionalModelDataSources: [
            { ChannelName: 'draft', S3DataSource: { S3Uri: 's3://models/draft/' } as never },
          ],
          Environment: {
            HF_TOKEN: 'hunter2hunter2',
            SAGEMAKER_SUBMIT_DIRECTORY: 's3://code/serve.tar.gz',
          },
        },
        EnableNetworkIsolation: false,
        VpcConfig: { Subnets: [], SecurityGroupIds: [] },
      }),
    });
    expect(one(kind)).to.deep.equal({
      ...identityOfOne(kind, 'model'),
      createdAt,
      executionRole: present('arn:aws:iam::111122223333:role/Serve'),
      containers: present([
        {
          image: 'img:1',
          modelDataUrl: 's3://models/one/',
          modelPackage: null,
          repositoryAccess: 'Vpc',
          environment: {
            keys: ['HF_TOKEN', 'SAGEMAKER_SUBMIT_DIRECTORY'],
            secrets: [{ at: 'HF_TOKEN', detector: 'named-secret' }],
          },
          codeUri: 's3://code/serve.tar.gz',
          additionalData: ['s3://models/draft/'],
        },
      ]),
      vpc: absent,
      networkIsolation: present(false),
      tags: present({}),
    });
    expect(JSON.stringify(one(kind))).to.not.include('hunter2');
  });

  it('reads every container of an inference pipeline, and no phantom of a primary one', async () => {
    const { one } = await collectFrom(modelCollector, {
      ...list,
      ...noSearch,
      ...described({
        Containers: [
          { Image: 'a:1', ModelDataUrl: 's3://models/a' },
          { ModelPackageName: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/g/1' },
        ],
      }),
    });
    const environment = { keys: [], secrets: [] };
    const none = { environment, codeUri: null, additionalData: [] };
    expect(one(kind).containers).to.deep.equal(
      present([
        {
          image: 'a:1',
          modelDataUrl: 's3://models/a',
          modelPackage: null,
          repositoryAccess: null,
          ...none,
        },
        {
          image: null,
          modelDataUrl: null,
          modelPackage: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/g/1',
          repositoryAccess: null,
          ...none,
        },
      ]),
    );
    expect(one(kind).networkIsolation).to.deep.equal(absent);
  });

  it('does not take a model without any container for an empty one', async () => {
    const { one } = await collectFrom(modelCollector, { ...list, ...noSearch, ...described({}) });
    expect(one(kind).containers).to.include({ state: 'error', code: 'IncompleteReply' });
  });

  it('takes many models whole from Search', async () => {
    const calls: FakeCall[] = [];
    const model = { ...summary, PrimaryContainer: { Image: 'img:1' }, Tags: [] };
    const answers: Answers = {
      ...list,
      'sagemaker:Search': { Results: [{ Model: { Model: model } }] },
    };
    const aws = { ...fakeAws(answers, calls), describeUpTo: 0 };
    const { one } = await collected(modelCollector, aws, calls);
    expect(one(kind).containers.state).to.equal('present');
    expect(calls.map(({ operation }) => operation)).to.deep.equal([
      'sagemaker:ListModels',
      'sagemaker:Search',
    ]);
    expect(calls[1]?.input).to.deep.equal({ Resource: 'Model', MaxResults: 100 });
  });
});
