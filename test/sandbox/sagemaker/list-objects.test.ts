import {
  ListModelPackagesCommand,
  ListSpacesCommand,
  ListTrainingJobsCommand,
  ListMonitoringSchedulesCommand,
  ListHyperParameterTuningJobsCommand,
  ListDataQualityJobDefinitionsCommand,
  SageMakerClient,
  type ListTrainingJobsCommandInput,
} from '@aws-sdk/client-sagemaker';
import { expect } from 'chai';
import { failureOf, sandboxAccount, sandboxObject, serve } from '../../support/world.ts';

const jobs = Array.from({ length: 25 }, (_, day) =>
  sandboxObject('TrainingJob', `job-${String(day).padStart(2, '0')}`, {
    detail: {
      CreationTime: 1_750_000_000 + day * 86_400,
      TrainingJobStatus: day < 20 ? 'Completed' : 'Failed',
      RoleArn: 'not in a summary',
    },
  }),
);
const inGroup = (name: string, group: string) =>
  sandboxObject('ModelPackage', name, {
    detail: { ModelPackageName: name, ModelPackageGroupName: group },
  });
const objects = {
  TrainingJob: jobs,
  ModelPackage: [
    inGroup('fraud/1', 'fraud'),
    inGroup('churn/1', 'churn'),
    sandboxObject('ModelPackage', 'alone'),
  ],
  Space: ['d-1', 'd-2'].map((domain) =>
    sandboxObject('Space', `${domain}/lab`, { detail: { DomainId: domain, SpaceName: 'lab' } }),
  ),
  MonitoringSchedule: [
    sandboxObject('MonitoringSchedule', 'nightly', {
      detail: {
        EndpointName: 'fraud',
        MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'quality' },
      },
    }),
  ],
  HyperParameterTuningJob: [
    sandboxObject('HyperParameterTuningJob', 'tune', {
      detail: { HyperParameterTuningJobConfig: { Strategy: 'Random', ResourceLimits: {} } },
    }),
  ],
  DataQualityJobDefinition: [
    sandboxObject('DataQualityJobDefinition', 'quality', {
      detail: {
        JobDefinitionName: 'quality',
        JobDefinitionArn: 'arn:quality',
        DataQualityJobInput: { EndpointInput: { EndpointName: 'fraud' } },
      },
    }),
  ],
};

function client(options: Parameters<typeof serve>[1] = {}): SageMakerClient {
  return new SageMakerClient(serve([sandboxAccount({ objects })], options).client);
}

async function pagesOf(
  input: ListTrainingJobsCommandInput,
  options: Parameters<typeof serve>[1] = {},
): Promise<string[][]> {
  const sagemaker = client(options);
  const pages: string[][] = [];
  let NextToken: string | undefined;
  do {
    const page = await sagemaker.send(new ListTrainingJobsCommand({ ...input, NextToken }));
    pages.push((page.TrainingJobSummaries ?? []).map((job) => job.TrainingJobName ?? ''));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  return pages;
}

const sizes = (pages: readonly string[][]) => pages.map((page) => page.length);

describe('a SageMaker list', () => {
  it('gives ten items a page unless asked for more', async () => {
    expect(sizes(await pagesOf({}))).to.deep.equal([10, 10, 5]);
    expect(sizes(await pagesOf({ MaxResults: 100 }))).to.deep.equal([25]);
  });

  it('does not give more than 100', async () => {
    const failure = await failureOf(pagesOf({ MaxResults: 101 }));
    expect(failure.code).to.equal('ValidationException');
  });

  it('may give small and empty pages', async () => {
    const pages = await pagesOf({ MaxResults: 100 }, { pageSize: 20, emptyPages: true });
    expect(sizes(pages)).to.deep.equal([0, 20, 0, 5]);
    expect(new Set(pages.flat()).size).to.equal(25);
  });

  it('filters by creation time', async () => {
    const CreationTimeAfter = new Date((1_750_000_000 + 22 * 86_400) * 1000);
    expect(await pagesOf({ CreationTimeAfter })).to.deep.equal([['job-23', 'job-24']]);
    const CreationTimeBefore = new Date((1_750_000_000 + 86_400) * 1000);
    expect(await pagesOf({ CreationTimeBefore })).to.deep.equal([['job-00']]);
  });

  it('filters by status after it has cut the page, so that pages can be empty', async () => {
    expect(sizes(await pagesOf({ StatusEquals: 'Failed' }))).to.deep.equal([0, 0, 5]);
  });

  it('sorts by creation time', async () => {
    const newest = await pagesOf({
      SortBy: 'CreationTime',
      SortOrder: 'Descending',
      MaxResults: 100,
    });
    expect(newest[0]?.slice(0, 2)).to.deep.equal(['job-24', 'job-23']);
    const oldest = await pagesOf({
      SortBy: 'CreationTime',
      SortOrder: 'Ascending',
      MaxResults: 100,
    });
    expect(oldest[0]?.slice(0, 2)).to.deep.equal(['job-00', 'job-01']);
  });

  it('refuses a filter that it does not know', async () => {
    const failure = await failureOf(pagesOf({ WarmPoolStatusEquals: 'InUse' }));
    expect(failure.message).to.equal('The sandbox does not serve the filter WarmPoolStatusEquals');
  });

  it('gives summaries only', async () => {
    const { TrainingJobSummaries } = await client().send(new ListTrainingJobsCommand({}));
    expect(TrainingJobSummaries?.[0]).to.deep.equal({
      TrainingJobName: 'job-00',
      TrainingJobArn: jobs[0]?.arn,
      CreationTime: new Date(1_750_000_000_000),
      TrainingJobStatus: 'Completed',
    });
  });

  it('gives packages of one group, or those of none', async () => {
    const list = async (group?: string) =>
      (
        await client().send(new ListModelPackagesCommand({ ModelPackageGroupName: group }))
      ).ModelPackageSummaryList?.map(({ ModelPackageName }) => ModelPackageName);
    expect(await list('fraud')).to.deep.equal(['fraud/1']);
    expect(await list()).to.deep.equal(['alone']);
    const both = await client().send(new ListModelPackagesCommand({ ModelPackageType: 'Both' }));
    expect(both.ModelPackageSummaryList).to.have.length(3);
  });

  it('gives the spaces of one domain', async () => {
    const { Spaces } = await client().send(new ListSpacesCommand({ DomainIdEquals: 'd-2' }));
    expect(Spaces?.map(({ DomainId }) => DomainId)).to.deep.equal(['d-2']);
  });

  it('takes summary members from where the description holds them', async () => {
    const schedules = await client().send(new ListMonitoringSchedulesCommand({}));
    expect(schedules.MonitoringScheduleSummaries?.[0]).to.deep.include({
      MonitoringJobDefinitionName: 'quality',
      EndpointName: 'fraud',
    });
    const tuning = await client().send(new ListHyperParameterTuningJobsCommand({}));
    expect(tuning.HyperParameterTuningJobSummaries?.[0]).to.deep.include({ Strategy: 'Random' });
    const definitions = await client().send(new ListDataQualityJobDefinitionsCommand({}));
    expect(definitions.JobDefinitionSummaries?.[0]).to.deep.include({
      MonitoringJobDefinitionName: 'quality',
      MonitoringJobDefinitionArn: 'arn:quality',
      EndpointName: 'fraud',
    });
  });
});
