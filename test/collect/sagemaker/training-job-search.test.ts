import { expect } from 'chai';
import { present } from '../../../src/model/observed.ts';
import { awsError, type Answers } from '../../support/fake-aws.ts';
import { describes, found, job, listOf, run } from '../../support/training-job-replies.ts';

const kind = 'sagemaker.training-job';

describe('trainingJobCollector with Search', () => {
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
});
