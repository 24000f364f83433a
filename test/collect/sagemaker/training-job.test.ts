import { expect } from 'chai';
import { trainingJobCollector } from '../../../src/collect/sagemaker/training-job.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import type { Resource } from '../../../src/model/resource.ts';
import { collected, collectFrom, fakeAws, type Answers } from '../../support/fake-aws.ts';
import { arnOf, describes, found, job, listOf, run } from '../../support/training-job-replies.ts';

const kind = 'sagemaker.training-job';

describe('trainingJobCollector', () => {
  it('describes the jobs of a small account and takes their tags from Search', async () => {
    const tagged = job('one', { Tags: [{ Key: 'team', Value: 'fraud' }] });
    const { one, universes, count } = await run(
      { ...listOf(['one']), ...found([tagged]), ...describes },
      100,
    );
    const expected: Resource<typeof kind> = {
      kind,
      id: arnOf('one'),
      name: 'one',
      account: '111122223333',
      region: 'eu-west-1',
      status: present('Completed'),
      createdAt: present('2026-10-01T12:00:00.000Z'),
      executionRole: present('arn:aws:iam::111122223333:role/Train'),
      image: present('img:1'),
      algorithm: absent,
      vpc: absent,
      networkIsolation: present(true),
      trafficEncryption: absent,
      instances: present([{ type: 'ml.m5.large', count: 2 }]),
      volumeKey: absent,
      outputKey: absent,
      outputUri: present('s3://models/'),
      checkpointUri: absent,
      inputs: absent,
      modelArtifact: present('s3://models/one/model.tar.gz'),
      remoteDebug: present(false),
      environment: absent,
      hyperparameters: absent,
      codeUri: absent,
      maxRuntimeSeconds: present(3600),
      tags: present({ team: 'fraud' }),
    };
    expect(one(kind)).to.deep.equal(expected);
    expect(count('ListTags')).to.equal(0);
    const since = '2026-08-03T00:00:00.000Z';
    expect(universes).to.deep.equal([{ kind, region: 'eu-west-1', since, end: 'complete' }]);
  });

  it('takes no word on remote debugging for "off" from AWS, but not from a stand-in', async () => {
    const says = async (standIn: boolean) => {
      const answers: Answers = {
        ...listOf(['one']),
        ...found([]),
        ...describes,
        'sagemaker:DescribeTrainingJob': job('one') as never,
      };
      const { one } = await collected(trainingJobCollector, { ...fakeAws(answers), standIn });
      return one(kind).remoteDebug;
    };
    expect(await says(false)).to.deep.equal(absent);
    expect(await says(true)).to.deep.equal(
      notCollected('the endpoint is not AWS and does not say it'),
    );
  });

  it('asks list and Search for the same window, newest first and never by modification', async () => {
    const { calls } = await run({ ...listOf(['one']), ...found([]), ...describes }, 100);
    expect(calls[0]?.input).to.deep.equal({
      MaxResults: 100,
      SortBy: 'CreationTime',
      SortOrder: 'Descending',
      CreationTimeAfter: new Date('2026-08-03T00:00:00Z'),
    });
    expect(calls[1]?.input).to.deep.equal({
      Resource: 'TrainingJob',
      MaxResults: 100,
      SortBy: 'CreationTime',
      SearchExpression: {
        Filters: [
          {
            Name: 'CreationTime',
            Operator: 'GreaterThanOrEqualTo',
            Value: '2026-08-03T00:00:00',
          },
        ],
      },
    });
  });

  it('knows machines in groups, and serverless jobs that have none', async () => {
    const describe = (more: object): Answers => ({
      'sagemaker:DescribeTrainingJob': { ...job('one'), ...more } as never,
    });
    const base = { ...listOf(['one']), ...found([]), 'sagemaker:ListTags': { Tags: [] } };
    const groups = [
      { InstanceGroupName: 'a', InstanceType: 'ml.m5.large', InstanceCount: 1 },
      { InstanceGroupName: 'b', InstanceType: 'ml.p4d.24xlarge', InstanceCount: 4 },
    ];
    const grouped = await collectFrom(trainingJobCollector, {
      ...base,
      ...describe({ ResourceConfig: { InstanceGroups: groups, VolumeKmsKeyId: 'alias/ml' } }),
    });
    expect(grouped.one(kind)).to.deep.include({
      instances: present([
        { type: 'ml.m5.large', count: 1 },
        { type: 'ml.p4d.24xlarge', count: 4 },
      ]),
      volumeKey: present('alias/ml'),
    });
    const serverless = await collectFrom(trainingJobCollector, {
      ...base,
      ...describe({ ResourceConfig: undefined, ServerlessJobConfig: { JobType: 'FineTuning' } }),
    });
    expect(serverless.one(kind)).to.deep.include({ instances: absent, volumeKey: absent });
    const cut = await collectFrom(trainingJobCollector, {
      ...base,
      ...describe({ ResourceConfig: undefined }),
    });
    expect(cut.one(kind).volumeKey).to.include({ state: 'error', code: 'IncompleteReply' });
  });

  it('keeps where the code lies, by description and by Search', async () => {
    const HyperParameters = { sagemaker_submit_directory: '"s3://code/one/sourcedir.tar.gz"' };
    const told = job('one', { HyperParameters, Tags: [] });
    for (const describeUpTo of [0, 100]) {
      const answers = { ...listOf(['one']), ...found([told]) };
      const describe = { 'sagemaker:DescribeTrainingJob': told as never };
      const { one } = await run({ ...answers, ...describe }, describeUpTo);
      expect(one(kind).codeUri).to.deep.equal(present('s3://code/one/sourcedir.tar.gz'));
    }
  });

  it('never writes a value of environment or hyperparameters', async () => {
    const secrets = { password: 'hunter2hunter2', key: 'AKIAIOSFODNN7EXAMPLE', epochs: '10' };
    const told = job('one', {
      Environment: secrets,
      HyperParameters: secrets,
      FailureReason: 'AKIAIOSFODNN7EXAMPLE',
      Tags: [],
    });
    for (const describeUpTo of [0, 100]) {
      const { one } = await run(
        {
          ...listOf(['one']),
          ...found([told]),
          'sagemaker:DescribeTrainingJob': told as never,
        },
        describeUpTo,
      );
      const redacted = present({
        keys: ['epochs', 'key', 'password'],
        secrets: [
          { at: 'key', detector: 'aws-access-key-id' },
          { at: 'password', detector: 'named-secret' },
        ],
      });
      expect(one(kind)).to.deep.include({ environment: redacted, hyperparameters: redacted });
      expect(JSON.stringify(one(kind))).to.not.match(/hunter2|AKIA/);
    }
  });
});
