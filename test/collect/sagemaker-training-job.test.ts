import type { SearchRecord, TrainingJob } from '@aws-sdk/client-sagemaker';
import { expect } from 'chai';
import { trainingJobCollector } from '../../src/collect/sagemaker-training-job.ts';
import { absent, present } from '../../src/model/observed.ts';
import type { Resource } from '../../src/model/resource.ts';
import {
  awsError,
  collected,
  collectFrom,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../support/fake-aws.ts';

const kind = 'sagemaker.training-job';
const arnOf = (name: string) => `arn:aws:sagemaker:eu-west-1:111122223333:training-job/${name}`;
const created = new Date('2026-10-01T12:00:00Z');

/** What Search and DescribeTrainingJob both say of a job. */
function job(name: string, more: Partial<TrainingJob> = {}): TrainingJob {
  return {
    TrainingJobName: name,
    TrainingJobArn: arnOf(name),
    TrainingJobStatus: 'Completed',
    SecondaryStatus: 'Completed',
    CreationTime: created,
    RoleArn: 'arn:aws:iam::111122223333:role/Train',
    AlgorithmSpecification: { TrainingImage: 'img:1', TrainingInputMode: 'File' },
    ModelArtifacts: { S3ModelArtifacts: `s3://models/${name}/model.tar.gz` },
    OutputDataConfig: { KmsKeyId: '', S3OutputPath: 's3://models/' },
    ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 2, VolumeSizeInGB: 10 },
    StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    EnableNetworkIsolation: true,
    ...more,
  };
}

function listOf(names: readonly string[], status = 'Completed'): Answers {
  const TrainingJobSummaries = names.map((name) => ({
    TrainingJobName: name,
    TrainingJobArn: arnOf(name),
    TrainingJobStatus: status,
    CreationTime: created,
  }));
  return { 'sagemaker:ListTrainingJobs': { TrainingJobSummaries } } as Answers;
}

const found = (jobs: readonly TrainingJob[]): Answers => ({
  'sagemaker:Search': { Results: jobs.map((one): SearchRecord => ({ TrainingJob: one })) },
});

const describes: Answers = {
  'sagemaker:DescribeTrainingJob': ({ TrainingJobName: name = '' }) =>
    ({ ...job(name), RemoteDebugConfig: { EnableRemoteDebug: false } }) as never,
  'sagemaker:ListTags': { Tags: [{ Key: 'by', Value: 'ListTags' }] },
};

/** Runs the collector where not more than `describeUpTo` jobs are described one by one. */
async function run(answers: Answers, describeUpTo: number) {
  const calls: FakeCall[] = [];
  const aws = { ...fakeAws(answers, calls), describeUpTo };
  const result = await collected(trainingJobCollector, aws, calls);
  const count = (name: string) => calls.filter((one) => one.operation.endsWith(`:${name}`)).length;
  return { ...result, calls, count };
}

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
      maxRuntimeSeconds: present(3600),
      tags: present({ team: 'fraud' }),
    };
    expect(one(kind)).to.deep.equal(expected);
    expect(count('ListTags')).to.equal(0);
    const since = '2026-08-03T00:00:00.000Z';
    expect(universes).to.deep.equal([{ kind, region: 'eu-west-1', since, end: 'complete' }]);
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

  it('takes many jobs from Search, and says what Search does not carry and how to get it', async () => {
    const { one, count } = await run(
      { ...listOf(['one']), ...found([job('one', { Tags: [] })]), ...describes },
      0,
    );
    const resource = one(kind);
    expect(resource.networkIsolation).to.deep.equal(present(true));
    expect(resource.tags).to.deep.equal(present({}));
    expect(resource.remoteDebug.state).to.equal('not-collected');
    expect(resource.remoteDebug).to.have.property('why').that.includes('--describe-jobs N');
    expect([count('DescribeTrainingJob'), count('ListTags')]).to.deep.equal([0, 0]);
  });

  it('does not take missing tags of a record for "no tags"', async () => {
    const { one } = await run({ ...listOf(['one']), ...found([job('one')]), ...describes }, 0);
    expect(one(kind).tags.state).to.equal('not-collected');
  });

  for (const [why, answers] of [
    ['is denied', { 'sagemaker:Search': awsError('AccessDeniedException') }],
    ['is not supported', { 'sagemaker:Search': awsError('ValidationException', 'bad resource') }],
    ['is throttled away', { 'sagemaker:Search': awsError('ThrottlingException') }],
    ['does not know the job', found([job('other')])],
    ['is behind the list', found([job('one', { TrainingJobStatus: 'InProgress' })])],
    ['gives a record without its role', found([job('one', { RoleArn: undefined })])],
    ['gives a record without its machines', found([job('one', { ResourceConfig: undefined })])],
  ] as const satisfies readonly (readonly [string, Answers])[]) {
    it(`describes a job when Search ${why}`, async () => {
      const { one, universes, count } = await run(
        { ...listOf(['one']), ...describes, ...answers },
        0,
      );
      expect(one(kind).remoteDebug).to.deep.equal(present(false));
      expect(one(kind).tags).to.deep.equal(present({ by: 'ListTags' }));
      expect(count('DescribeTrainingJob')).to.equal(1);
      expect(universes.map(({ end }) => end)).to.deep.equal(['complete']);
    });
  }

  it('describes the jobs of a Search page that failed, and keeps those before it', async () => {
    const pages = [
      { Results: [{ TrainingJob: job('one', { Tags: [] }) }], NextToken: 'a' },
      awsError('InternalFailure'),
    ];
    const { of, count } = await run(
      {
        ...listOf(['one', 'two']),
        ...describes,
        'sagemaker:Search': () => pages.shift() ?? awsError('NoMorePages'),
      },
      0,
    );
    expect(of(kind).map(({ remoteDebug }) => remoteDebug.state)).to.deep.equal([
      'not-collected',
      'present',
    ]);
    expect(count('DescribeTrainingJob')).to.equal(1);
  });

  it('lets the list alone decide which jobs there are', async () => {
    const { of } = await run(
      { ...listOf(['one']), ...found([job('one'), job('deleted')]), ...describes },
      0,
    );
    expect(of(kind).map(({ name }) => name)).to.deep.equal(['one']);
  });

  it('needs not more than 250 calls for 10,000 jobs', async () => {
    const jobs = Array.from({ length: 10_000 }, (_, index) => job(`job-${index}`, { Tags: [] }));
    const page = (token: string | undefined) => {
      const start = Number(token ?? 0);
      const next = start + 100 < jobs.length ? { NextToken: `${start + 100}` } : {};
      return { items: jobs.slice(start, start + 100), next };
    };
    const { of, calls, universes } = await run(
      {
        'sagemaker:ListTrainingJobs': ({ NextToken }) => {
          const { items, next } = page(NextToken);
          return { TrainingJobSummaries: items as never, ...next };
        },
        'sagemaker:Search': ({ NextToken }) => {
          const { items, next } = page(NextToken);
          return { Results: items.map((one) => ({ TrainingJob: one })), ...next };
        },
      },
      500,
    );
    expect(of(kind)).to.have.length(10_000);
    expect(universes.map(({ end }) => end)).to.deep.equal(['complete']);
    expect(calls.length).to.be.at.most(250);
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
