import type { SearchRecord, TrainingJob } from '@aws-sdk/client-sagemaker';
import { trainingJobCollector } from '../../src/collect/sagemaker/training-job.ts';
import { collected, fakeAws, type Answers, type FakeCall } from './fake-aws.ts';
import { created } from './sagemaker-listing.ts';

export const arnOf = (name: string) =>
  `arn:aws:sagemaker:eu-west-1:111122223333:training-job/${name}`;

/** What Search and DescribeTrainingJob both say of a job. */
export function job(name: string, more: Partial<TrainingJob> = {}): TrainingJob {
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

export function listOf(names: readonly string[], status = 'Completed'): Answers {
  const TrainingJobSummaries = names.map((name) => ({
    TrainingJobName: name,
    TrainingJobArn: arnOf(name),
    TrainingJobStatus: status,
    CreationTime: created,
  }));
  return { 'sagemaker:ListTrainingJobs': { TrainingJobSummaries } } as Answers;
}

export const found = (jobs: readonly TrainingJob[]): Answers => ({
  'sagemaker:Search': { Results: jobs.map((one): SearchRecord => ({ TrainingJob: one })) },
});

export const describes: Answers = {
  'sagemaker:DescribeTrainingJob': ({ TrainingJobName: name = '' }) =>
    ({ ...job(name), RemoteDebugConfig: { EnableRemoteDebug: false } }) as never,
  'sagemaker:ListTags': { Tags: [{ Key: 'by', Value: 'ListTags' }] },
};

/** Runs the collector where not more than `describeUpTo` jobs are described one by one. */
export async function run(answers: Answers, describeUpTo: number) {
  const calls: FakeCall[] = [];
  const aws = { ...fakeAws(answers, calls), describeUpTo };
  const result = await collected(trainingJobCollector, aws, calls);
  const count = (name: string) => calls.filter((one) => one.operation.endsWith(`:${name}`)).length;
  return { ...result, calls, count };
}
