import { expect } from 'chai';
import { monitoringScheduleCollector } from '../../../src/collect/sagemaker/monitoring-schedule.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { awsError, collectFrom, type Answers } from '../../support/fake-aws.ts';

const kind = 'sagemaker.monitoring-schedule';
const created = new Date('2026-10-01T12:00:00Z');
const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:monitoring-schedule/one';
const role = 'arn:aws:iam::111122223333:role/Monitor';
const summary = { MonitoringScheduleName: 'one', MonitoringScheduleArn: arn };
const network = {
  EnableNetworkIsolation: true,
  EnableInterContainerTrafficEncryption: false,
  VpcConfig: { Subnets: ['subnet-a'], SecurityGroupIds: ['sg-1'] },
};
const resources = {
  ClusterConfig: {
    InstanceType: 'ml.m5.large',
    InstanceCount: 1,
    VolumeSizeInGB: 10,
    VolumeKmsKeyId: 'alias/volume',
  },
};
const output = {
  MonitoringOutputs: [{ S3Output: { S3Uri: 's3://reports/', LocalPath: '/opt' } }],
  KmsKeyId: 'alias/output',
};
const input = {
  EndpointInput: { EndpointName: 'scorer', LocalPath: '/opt' },
  GroundTruthS3Input: { S3Uri: 's3://truth/' },
};
const app = { ImageUri: 'img:1', RecordPreprocessorSourceUri: 's3://code/pre.py' };
const baseline = { ConstraintsResource: { S3Uri: 's3://base/constraints.json' } };
const definitionFields = {
  executionRole: present(role),
  networkIsolation: present(true),
  trafficEncryption: present(false),
  vpc: present({ subnets: ['subnet-a'], securityGroups: ['sg-1'] }),
  volumeKey: present('alias/volume'),
  outputKey: present('alias/output'),
  image: present('img:1'),
  inputs: present([
    { name: 'code', uri: 's3://code/pre.py' },
    { name: 'constraints', uri: 's3://base/constraints.json' },
    { name: 'groundTruth', uri: 's3://truth/' },
  ]),
  outputs: present([{ name: '1', uri: 's3://reports/' }]),
};

async function read(config: object, more: Answers = {}, schedule: object = {}) {
  const { one } = await collectFrom(monitoringScheduleCollector, {
    'sagemaker:ListMonitoringSchedules': { MonitoringScheduleSummaries: [summary as never] },
    'sagemaker:ListTags': { Tags: [] },
    'sagemaker:DescribeMonitoringSchedule': {
      ...summary,
      MonitoringScheduleStatus: 'Scheduled',
      CreationTime: created,
      LastModifiedTime: created,
      MonitoringScheduleConfig: config,
      ...schedule,
    } as never,
    ...more,
  });
  return one(kind);
}

describe('monitoringScheduleCollector', () => {
  it('reads a schedule that carries its definition', async () => {
    const inline = {
      MonitoringJobDefinition: {
        RoleArn: role,
        NetworkConfig: network,
        MonitoringResources: resources,
        MonitoringOutputConfig: output,
        MonitoringInputs: [input],
        MonitoringAppSpecification: app,
        BaselineConfig: baseline,
      },
    };
    expect(await read(inline, {}, { MonitoringType: 'DataQuality' })).to.deep.equal({
      kind,
      id: arn,
      name: 'one',
      account: '111122223333',
      region: 'eu-west-1',
      status: present('Scheduled'),
      createdAt: present('2026-10-01T12:00:00.000Z'),
      monitoringType: present('DataQuality'),
      endpoint: present('scorer'),
      definition: absent,
      ...definitionFields,
      tags: present({}),
    });
  });

  for (const type of ['DataQuality', 'ModelQuality', 'ModelBias', 'ModelExplainability']) {
    it(`resolves the named definition of a ${type} schedule`, async () => {
      const resource = await read(
        { MonitoringJobDefinitionName: 'shared', MonitoringType: type },
        {
          [`sagemaker:Describe${type}JobDefinition`]: {
            JobDefinitionName: 'shared',
            RoleArn: role,
            NetworkConfig: network,
            JobResources: resources,
            [`${type}JobOutputConfig`]: output,
            [`${type}JobInput`]: input,
            [`${type}AppSpecification`]: app,
            [`${type}BaselineConfig`]: baseline,
          },
        },
      );
      expect(resource).to.deep.include({
        ...definitionFields,
        monitoringType: present(type),
        definition: present('shared'),
        endpoint: present('scorer'),
      });
    });
  }

  it('leaves the schedule known when its definition is denied', async () => {
    const resource = await read(
      { MonitoringJobDefinitionName: 'shared', MonitoringType: 'ModelBias' },
      { 'sagemaker:DescribeModelBiasJobDefinition': awsError('AccessDeniedException') },
    );
    const denied = {
      state: 'denied',
      call: 'sagemaker:DescribeModelBiasJobDefinition',
      code: 'AccessDeniedException',
    };
    expect(resource).to.deep.include({
      status: present('Scheduled'),
      definition: present('shared'),
      endpoint: denied,
      executionRole: denied,
      networkIsolation: denied,
      vpc: denied,
      outputKey: denied,
      tags: present({}),
    });
  });

  for (const [what, config] of [
    ['neither carries nor names a definition', {}],
    ['names one of an unknown type', { MonitoringJobDefinitionName: 's', MonitoringType: 'New' }],
    ['names one without a type', { MonitoringJobDefinitionName: 's' }],
    ['carries one that is cut', { MonitoringJobDefinition: {} }],
  ] as const) {
    it(`concludes nothing about volume and output of a schedule that ${what}`, async () => {
      const { volumeKey, outputKey, executionRole } = await read(config);
      expect([volumeKey.state, outputKey.state, executionRole.state]).to.deep.equal([
        'error',
        'error',
        'error',
      ]);
    });
  }
});
