import { expect } from 'chai';
import { autoMlJobCollector } from '../../../src/collect/sagemaker/automl-job.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom, type Answers } from '../../support/fake-aws.ts';
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

describe('autoMlJobCollector', () => {
  it('reads a job through DescribeAutoMLJobV2', async () => {
    const kind = 'sagemaker.automl-job';
    const summary = { AutoMLJobName: 'one', AutoMLJobArn: sagemakerArn('automl-job/one') };
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
      ...identityOfOne(kind, 'automl-job'),
      status: present('Completed'),
      createdAt,
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
