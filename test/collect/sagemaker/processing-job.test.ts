import { expect } from 'chai';
import { processingJobCollector } from '../../../src/collect/sagemaker/processing-job.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { awsError, collectFrom, type Answers } from '../../support/fake-aws.ts';
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

describe('processingJobCollector', () => {
  const kind = 'sagemaker.processing-job';
  const summary = {
    ProcessingJobName: 'one',
    ProcessingJobArn: sagemakerArn('processing-job/one'),
  };
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
          { InputName: 'list', S3Input: { S3Uri: 's3://l/a', S3DataType: 'ManifestFile' } },
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
      ...identityOfOne(kind, 'processing-job'),
      status: present('Completed'),
      createdAt,
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
        { name: 'list', uri: 's3://l/a', manifest: true },
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
