import { expect } from 'chai';
import { endpointConfigCollector } from '../../../src/collect/sagemaker/endpoint-config.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { collectFrom } from '../../support/fake-aws.ts';
import {
  created,
  createdAt,
  identityOfOne,
  sagemakerArn,
} from '../../support/sagemaker-listing.ts';

describe('endpointConfigCollector', () => {
  const kind = 'sagemaker.endpoint-config';
  const summary = {
    EndpointConfigName: 'one',
    EndpointConfigArn: sagemakerArn('endpoint-config/one'),
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
      ...identityOfOne(kind, 'endpoint-config'),
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

  it('takes an empty data capture neither for capture nor for none', async () => {
    const { dataCapture } = await read({ ProductionVariants: [], DataCaptureConfig: {} });
    expect(dataCapture).to.include({ state: 'error', code: 'IncompleteReply' });
  });

  it('does not take a reply without variants for "no variants"', async () => {
    const { variants } = await read({});
    expect(variants).to.include({ state: 'error', code: 'IncompleteReply' });
  });
});
