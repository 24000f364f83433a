import { expect } from 'chai';
import { endpointConfigCollector } from '../../src/collect/sagemaker-endpoint-config.ts';
import { endpointCollector } from '../../src/collect/sagemaker-endpoint.ts';
import { modelCollector } from '../../src/collect/sagemaker-model.ts';
import { absent, present } from '../../src/model/observed.ts';
import {
  awsError,
  collected,
  collectFrom,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../support/fake-aws.ts';

const created = new Date('2026-10-01T12:00:00Z');
const createdAt = present('2026-10-01T12:00:00.000Z');
const arnOf = (type: string) => `arn:aws:sagemaker:eu-west-1:111122223333:${type}/one`;
const identity = (kind: string, type: string) => ({
  kind,
  id: arnOf(type),
  name: 'one',
  account: '111122223333',
  region: 'eu-west-1',
});
const noSearch: Answers = {
  'sagemaker:Search': awsError('AccessDeniedException'),
  'sagemaker:ListTags': { Tags: [] },
};

describe('modelCollector', () => {
  const kind = 'sagemaker.model';
  const summary = { ModelName: 'one', ModelArn: arnOf('model'), CreationTime: created };
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
          Environment: { HF_TOKEN: 'hunter2hunter2' },
        },
        EnableNetworkIsolation: false,
        VpcConfig: { Subnets: [], SecurityGroupIds: [] },
      }),
    });
    expect(one(kind)).to.deep.equal({
      ...identity(kind, 'model'),
      createdAt,
      executionRole: present('arn:aws:iam::111122223333:role/Serve'),
      containers: present([
        {
          image: 'img:1',
          modelDataUrl: 's3://models/one/',
          modelPackage: null,
          repositoryAccess: 'Vpc',
          environment: {
            keys: ['HF_TOKEN'],
            secrets: [{ at: 'HF_TOKEN', detector: 'named-secret' }],
          },
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
    expect(one(kind).containers).to.deep.equal(
      present([
        {
          image: 'a:1',
          modelDataUrl: 's3://models/a',
          modelPackage: null,
          repositoryAccess: null,
          environment,
        },
        {
          image: null,
          modelDataUrl: null,
          modelPackage: 'arn:aws:sagemaker:eu-west-1:111122223333:model-package/g/1',
          repositoryAccess: null,
          environment,
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

describe('endpointConfigCollector', () => {
  const kind = 'sagemaker.endpoint-config';
  const summary = {
    EndpointConfigName: 'one',
    EndpointConfigArn: arnOf('endpoint-config'),
    CreationTime: created,
  };
  const read = async (more: object) => {
    const { one } = await collectFrom(endpointConfigCollector, {
      'sagemaker:ListEndpointConfigs': { EndpointConfigs: [summary] },
      'sagemaker:ListTags': { Tags: [] },
      'sagemaker:DescribeEndpointConfig': { ...summary, ...more } as never,
    });
    return one(kind);
  };

  it('reads production and shadow variants, capture, asynchronous output and the new members', async () => {
    const resource = await read({
      ProductionVariants: [
        {
          VariantName: 'a',
          ModelName: 'fraud',
          InstanceType: 'ml.m5.large',
          InitialInstanceCount: 2,
        },
        {
          VariantName: 'b',
          ModelName: 'small',
          ServerlessConfig: { MemorySizeInMB: 2048, MaxConcurrency: 5 },
        },
      ],
      ShadowProductionVariants: [
        { VariantName: 's', InstanceType: 'ml.m5.large', InitialInstanceCount: 1 },
      ],
      DataCaptureConfig: { DestinationS3Uri: 's3://capture/', InitialSamplingPercentage: 10 },
      AsyncInferenceConfig: { OutputConfig: { S3OutputPath: 's3://out/', KmsKeyId: 'alias/ml' } },
      KmsKeyId: 'alias/ml',
      ExecutionRoleArn: 'arn:aws:iam::111122223333:role/Serve',
      EnableNetworkIsolation: true,
      VpcConfig: { Subnets: ['subnet-a'], SecurityGroupIds: ['sg-2', 'sg-1'] },
    });
    expect(resource).to.deep.equal({
      ...identity(kind, 'endpoint-config'),
      createdAt,
      volumeKey: present('alias/ml'),
      variants: present([
        {
          name: 'a',
          model: 'fraud',
          instanceType: 'ml.m5.large',
          instanceCount: 2,
          serverless: false,
        },
        { name: 'b', model: 'small', instanceType: null, instanceCount: null, serverless: true },
        {
          name: 's',
          model: null,
          instanceType: 'ml.m5.large',
          instanceCount: 1,
          serverless: false,
        },
      ]),
      dataCapture: present({ enabled: true, uri: 's3://capture/', key: null }),
      asyncOutput: present({ uri: 's3://out/', key: 'alias/ml' }),
      executionRole: present('arn:aws:iam::111122223333:role/Serve'),
      vpc: present({ subnets: ['subnet-a'], securityGroups: ['sg-1', 'sg-2'] }),
      networkIsolation: present(true),
      tags: present({}),
    });
  });

  it('knows a configuration that has none of the optional parts', async () => {
    expect(await read({ ProductionVariants: [] })).to.deep.include({
      volumeKey: absent,
      variants: present([]),
      dataCapture: absent,
      asyncOutput: absent,
      vpc: absent,
      networkIsolation: absent,
    });
  });

  it('does not take a reply without variants for "no variants"', async () => {
    const { variants } = await read({});
    expect(variants).to.include({ state: 'error', code: 'IncompleteReply' });
  });
});

describe('endpointCollector', () => {
  it('reads status and configuration, and the tags of all endpoints in one Search', async () => {
    const kind = 'sagemaker.endpoint';
    const calls: FakeCall[] = [];
    const summaries = ['one', 'two'].map((name) => ({
      EndpointName: name,
      EndpointArn: `arn:aws:sagemaker:eu-west-1:111122223333:endpoint/${name}`,
      CreationTime: created,
      LastModifiedTime: created,
      EndpointStatus: 'InService' as const,
    }));
    const answers: Answers = {
      'sagemaker:ListEndpoints': { Endpoints: summaries },
      'sagemaker:DescribeEndpoint': ({ EndpointName: name }) =>
        ({
          EndpointName: name,
          EndpointStatus: 'InService',
          EndpointConfigName: `${name ?? ''}-v1`,
          CreationTime: created,
        }) as never,
      'sagemaker:Search': {
        Results: summaries.map((one) => ({
          Endpoint: {
            ...one,
            EndpointConfigName: 'old',
            Tags: [{ Key: 'n', Value: one.EndpointName }],
          },
        })),
      },
    };
    const { of } = await collected(endpointCollector, fakeAws(answers, calls), calls);
    expect(of(kind)[0]).to.deep.equal({
      ...identity(kind, 'endpoint'),
      status: present('InService'),
      createdAt,
      config: present('one-v1'),
      tags: present({ n: 'one' }),
    });
    expect(of(kind)[1]?.tags).to.deep.equal(present({ n: 'two' }));
    expect(calls.map(({ operation }) => operation)).to.deep.equal([
      'sagemaker:ListEndpoints',
      'sagemaker:DescribeEndpoint',
      'sagemaker:DescribeEndpoint',
      'sagemaker:Search',
    ]);
  });
});
