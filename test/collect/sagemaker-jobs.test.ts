import { expect } from 'chai';
import { autoMlJobCollector } from '../../src/collect/sagemaker-automl-job.ts';
import { processingJobCollector } from '../../src/collect/sagemaker-processing-job.ts';
import { transformJobCollector } from '../../src/collect/sagemaker-transform-job.ts';
import { tuningJobCollector } from '../../src/collect/sagemaker-tuning-job.ts';
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
const role = 'arn:aws:iam::111122223333:role/Train';
const arnOf = (type: string) => `arn:aws:sagemaker:eu-west-1:111122223333:${type}/one`;
const identity = (kind: string, type: string) => ({
  kind,
  id: arnOf(type),
  name: 'one',
  account: '111122223333',
  region: 'eu-west-1',
});
const tags: Answers = { 'sagemaker:ListTags': { Tags: [{ Key: 'team', Value: 'fraud' }] } };
const vpcConfig = { Subnets: ['subnet-b', 'subnet-a'], SecurityGroupIds: ['sg-1'] };
const vpc = { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-1'] };

describe('processingJobCollector', () => {
  const kind = 'sagemaker.processing-job';
  const summary = { ProcessingJobName: 'one', ProcessingJobArn: arnOf('processing-job') };
  const list = { 'sagemaker:ListProcessingJobs': { ProcessingJobSummaries: [summary] } } as Answers;
  const least = {
    ...summary,
    ProcessingJobStatus: 'Completed',
    CreationTime: created,
    RoleArn: role,
    AppSpecification: { ImageUri: 'img:1', ContainerArguments: ['--token', 'hunter2hunter2'] },
    ProcessingResources: {
      ClusterConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 10 },
    },
  };
  const described = (more: object = {}): Answers => ({
    'sagemaker:DescribeProcessingJob': { ...least, ...more } as never,
  });

  it('reads a job, its inputs out of S3 and Athena, and no argument', async () => {
    const { one, universes } = await collectFrom(processingJobCollector, {
      ...list,
      ...tags,
      ...described({
        NetworkConfig: {
          EnableNetworkIsolation: false,
          EnableInterContainerTrafficEncryption: true,
          VpcConfig: vpcConfig,
        },
        ProcessingInputs: [
          { InputName: 'code', S3Input: { S3Uri: 's3://code/a.py' } },
          {
            InputName: 'rows',
            DatasetDefinition: { AthenaDatasetDefinition: { OutputS3Uri: 's3://tmp/rows' } },
          },
        ],
        ProcessingOutputConfig: {
          KmsKeyId: 'alias/ml',
          Outputs: [
            { OutputName: 'out', S3Output: { S3Uri: 's3://out/' } },
            { OutputName: 'features', FeatureStoreOutput: { FeatureGroupName: 'f' } },
          ],
        },
        Environment: { API_KEY: '0123456789abcdef' },
      }),
    });
    expect(one(kind)).to.deep.equal({
      ...identity(kind, 'processing-job'),
      status: present('Completed'),
      createdAt: present('2026-10-01T12:00:00.000Z'),
      executionRole: present(role),
      image: present('img:1'),
      vpc: present(vpc),
      networkIsolation: present(false),
      trafficEncryption: present(true),
      instances: present([{ type: 'ml.m5.large', count: 1 }]),
      volumeKey: absent,
      outputKey: present('alias/ml'),
      inputs: present([
        { name: 'code', uri: 's3://code/a.py' },
        { name: 'rows', uri: 's3://tmp/rows' },
      ]),
      outputs: present([{ name: 'out', uri: 's3://out/' }]),
      environment: present({
        keys: ['API_KEY'],
        secrets: [{ at: 'API_KEY', detector: 'named-secret' }],
      }),
      tags: present({ team: 'fraud' }),
    });
    expect(universes).to.deep.equal([
      { kind, region: 'eu-west-1', since: '2026-08-03T00:00:00.000Z', end: 'complete' },
    ]);
  });

  it('takes a reply without machines for a cut one, not for "no volume key"', async () => {
    const { one } = await collectFrom(processingJobCollector, {
      ...list,
      ...tags,
      ...described({ ProcessingResources: undefined }),
    });
    expect(one(kind).volumeKey).to.include({ state: 'error', code: 'IncompleteReply' });
    expect(one(kind).instances).to.include({ state: 'error', code: 'IncompleteReply' });
    expect(one(kind).vpc).to.deep.equal(absent);
  });

  it('keeps what was described when the tags are denied', async () => {
    const { one } = await collectFrom(processingJobCollector, {
      ...list,
      ...described(),
      'sagemaker:ListTags': awsError('AccessDeniedException'),
    });
    expect(one(kind).image).to.deep.equal(present('img:1'));
    expect(one(kind).tags).to.include({ state: 'denied', call: 'sagemaker:ListTags' });
  });
});

describe('transformJobCollector', () => {
  it('reads a job; the empty key of its output is none', async () => {
    const kind = 'sagemaker.transform-job';
    const summary = { TransformJobName: 'one', TransformJobArn: arnOf('transform-job') };
    const { one } = await collectFrom(transformJobCollector, {
      ...tags,
      'sagemaker:ListTransformJobs': { TransformJobSummaries: [summary as never] },
      'sagemaker:DescribeTransformJob': {
        ...summary,
        TransformJobStatus: 'Completed',
        CreationTime: created,
        ModelName: 'fraud',
        TransformInput: {
          DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://in/' } },
        },
        TransformOutput: { S3OutputPath: 's3://out/', KmsKeyId: '' },
        TransformResources: {
          InstanceType: 'ml.m5.large',
          InstanceCount: 1,
          VolumeKmsKeyId: 'alias/ml',
        },
        DataCaptureConfig: { DestinationS3Uri: 's3://capture/', KmsKeyId: 'alias/capture' },
      },
    });
    expect(one(kind)).to.deep.equal({
      ...identity(kind, 'transform-job'),
      status: present('Completed'),
      createdAt: present('2026-10-01T12:00:00.000Z'),
      model: present('fraud'),
      inputUri: present('s3://in/'),
      outputUri: present('s3://out/'),
      outputKey: absent,
      volumeKey: present('alias/ml'),
      instances: present([{ type: 'ml.m5.large', count: 1 }]),
      captureUri: present('s3://capture/'),
      captureKey: present('alias/capture'),
      environment: absent,
      tags: present({ team: 'fraud' }),
    });
  });
});

describe('autoMlJobCollector', () => {
  it('reads a job through DescribeAutoMLJobV2', async () => {
    const kind = 'sagemaker.automl-job';
    const summary = { AutoMLJobName: 'one', AutoMLJobArn: arnOf('automl-job') };
    const { one } = await collectFrom(autoMlJobCollector, {
      ...tags,
      'sagemaker:ListAutoMLJobs': { AutoMLJobSummaries: [summary as never] },
      'sagemaker:DescribeAutoMLJobV2': {
        ...summary,
        AutoMLJobStatus: 'Completed',
        AutoMLJobSecondaryStatus: 'Completed',
        CreationTime: created,
        LastModifiedTime: created,
        RoleArn: role,
        AutoMLJobInputDataConfig: [
          { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://in/' } } },
        ],
        OutputDataConfig: { S3OutputPath: 's3://out/' },
        SecurityConfig: { VolumeKmsKeyId: 'alias/ml', VpcConfig: vpcConfig },
      },
    });
    expect(one(kind)).to.deep.equal({
      ...identity(kind, 'automl-job'),
      status: present('Completed'),
      createdAt: present('2026-10-01T12:00:00.000Z'),
      executionRole: present(role),
      vpc: present(vpc),
      trafficEncryption: absent,
      volumeKey: present('alias/ml'),
      outputKey: absent,
      outputUri: present('s3://out/'),
      inputs: present([{ name: '1', uri: 's3://in/' }]),
      tags: present({ team: 'fraud' }),
    });
  });
});

describe('tuningJobCollector', () => {
  const kind = 'sagemaker.tuning-job';
  const summary = {
    HyperParameterTuningJobName: 'one',
    HyperParameterTuningJobArn: arnOf('hyper-parameter-tuning-job'),
    HyperParameterTuningJobStatus: 'Completed',
    CreationTime: created,
  };
  const definition = {
    AlgorithmSpecification: { TrainingImage: 'img:1', TrainingInputMode: 'File' },
    RoleArn: role,
    OutputDataConfig: { S3OutputPath: 's3://out/', KmsKeyId: 'alias/out' },
    ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeKmsKeyId: 'alias/ml' },
    VpcConfig: vpcConfig,
    EnableNetworkIsolation: true,
    StaticHyperParameters: { epochs: '3' },
  };
  const plain = {
    name: 'one',
    executionRole: role,
    image: 'img:1',
    vpc,
    networkIsolation: true,
    trafficEncryption: null,
    instances: [{ type: 'ml.m5.large', count: 1 }],
    volumeKey: 'alias/ml',
    outputKey: 'alias/out',
    outputUri: 's3://out/',
    inputs: [],
    staticHyperparameters: { keys: ['epochs'], secrets: [] },
  };
  const answers = (more: object): Answers =>
    ({
      ...tags,
      'sagemaker:ListHyperParameterTuningJobs': { HyperParameterTuningJobSummaries: [summary] },
      'sagemaker:Search': awsError('AccessDeniedException'),
      'sagemaker:DescribeHyperParameterTuningJob': { ...summary, ...more },
    }) as Answers;

  it('reads the one definition of a job', async () => {
    const { one } = await collectFrom(
      tuningJobCollector,
      answers({ TrainingJobDefinition: definition }),
    );
    expect(one(kind)).to.deep.equal({
      ...identity(kind, 'hyper-parameter-tuning-job'),
      status: present('Completed'),
      createdAt: present('2026-10-01T12:00:00.000Z'),
      definitions: present([plain]),
      tags: present({ team: 'fraud' }),
    });
  });

  it('reads every definition of a job that tunes several algorithms', async () => {
    const configs = [
      { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 10 },
      { InstanceType: 'ml.m5.xlarge', InstanceCount: 2, VolumeSizeInGB: 10 },
    ];
    const open = {
      DefinitionName: 'open',
      RoleArn: role,
      AlgorithmSpecification: { TrainingInputMode: 'File' },
      OutputDataConfig: { S3OutputPath: 's3://out/', KmsKeyId: '' },
      HyperParameterTuningResourceConfig: { InstanceConfigs: configs },
    };
    const several = [{ ...definition, DefinitionName: 'shut' }, open];
    const { one } = await collectFrom(
      tuningJobCollector,
      answers({ TrainingJobDefinitions: several }),
    );
    expect(one(kind).definitions).to.deep.equal(
      present([
        { ...plain, name: 'shut' },
        {
          ...plain,
          name: 'open',
          image: null,
          vpc: null,
          networkIsolation: null,
          instances: [
            { type: 'ml.m5.large', count: 1 },
            { type: 'ml.m5.xlarge', count: 2 },
          ],
          volumeKey: null,
          outputKey: null,
          staticHyperparameters: { keys: [], secrets: [] },
        },
      ]),
    );
  });

  it('does not take a job without definition for one that has none', async () => {
    const { one } = await collectFrom(tuningJobCollector, answers({}));
    expect(one(kind).definitions).to.include({ state: 'error', code: 'IncompleteReply' });
  });

  it('takes many jobs from Search', async () => {
    const calls: FakeCall[] = [];
    const record = { ...summary, TrainingJobDefinition: definition, Tags: [] };
    const all = { ...answers({}), 'sagemaker:Search': found(record) };
    const aws = { ...fakeAws(all, calls), describeUpTo: 0 };
    const { one } = await collected(tuningJobCollector, aws, calls);
    expect(one(kind).definitions).to.deep.equal(present([plain]));
    expect(calls.map(({ operation }) => operation)).to.deep.equal([
      'sagemaker:ListHyperParameterTuningJobs',
      'sagemaker:Search',
    ]);
  });

  function found(record: object) {
    return { Results: [{ HyperParameterTuningJob: record as never }] };
  }
});
