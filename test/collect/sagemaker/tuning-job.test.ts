import { expect } from 'chai';
import { tuningJobCollector } from '../../../src/collect/sagemaker/tuning-job.ts';
import { present } from '../../../src/model/observed.ts';
import {
  awsError,
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
  sagemakerArn,
} from '../../support/sagemaker-listing.ts';

const role = 'arn:aws:iam::111122223333:role/Train';
const vpcConfig = { Subnets: ['subnet-b', 'subnet-a'], SecurityGroupIds: ['sg-1'] };
const vpc = { subnets: ['subnet-a', 'subnet-b'], securityGroups: ['sg-1'] };
const tags: Answers = { 'sagemaker:ListTags': { Tags: [{ Key: 'team', Value: 'fraud' }] } };

describe('tuningJobCollector', () => {
  const kind = 'sagemaker.tuning-job';
  const summary = {
    HyperParameterTuningJobName: 'one',
    HyperParameterTuningJobArn: sagemakerArn('hyper-parameter-tuning-job/one'),
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
    CheckpointConfig: { S3Uri: 's3://check/' },
    StaticHyperParameters: {
      epochs: '3',
      sagemaker_submit_directory: '"s3://code/one/source/sourcedir.tar.gz"',
    },
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
    checkpointUri: 's3://check/',
    codeUri: 's3://code/one/source/sourcedir.tar.gz',
    inputs: [],
    staticHyperparameters: { keys: ['epochs', 'sagemaker_submit_directory'], secrets: [] },
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
      ...identityOfOne(kind, 'hyper-parameter-tuning-job'),
      status: present('Completed'),
      createdAt,
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
          checkpointUri: null,
          codeUri: null,
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
