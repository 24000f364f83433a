import { expect } from 'chai';
import { transformJobCollector } from '../../../src/collect/sagemaker/transform-job.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom, type Answers } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  identityOfOne,
  sagemakerArn,
} from '../../support/sagemaker-listing.ts';

const tags: Answers = { 'sagemaker:ListTags': { Tags: [{ Key: 'team', Value: 'fraud' }] } };

describe('transformJobCollector', () => {
  it('reads a job; the empty key of its output is none', async () => {
    const kind = 'sagemaker.transform-job';
    const summary = { TransformJobName: 'one', TransformJobArn: sagemakerArn('transform-job/one') };
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
      ...identityOfOne(kind, 'transform-job'),
      status: present('Completed'),
      createdAt,
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
