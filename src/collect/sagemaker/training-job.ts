import type { SearchRecord } from '@aws-sdk/client-sagemaker';
import { absent, isUnread, notCollected, present, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { jobWindow } from './job-window.ts';
import { listings, type Listing } from './listed-resources.ts';
import { readTags, tagsOf } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';
import { notInSearch, type Searched } from './searched-fields.ts';
import { collectSearched } from './searched-resources.ts';
import { trainingJobFields } from './training-job-fields.ts';

const kind = 'sagemaker.training-job';
const describeCall = 'sagemaker:DescribeTrainingJob';
const searchCall = 'sagemaker:Search';

/**
 * ListTrainingJobs says which jobs there are. Few are described one by one; an account with
 * thousands takes them 100 a call from Search.
 */
export const trainingJobCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListTrainingJobs',
    describeCall,
    searchCall,
    'sagemaker:ListTags',
  ),
  collect: (aws, sink) =>
    collectSearched({ aws, sink, kind, since: aws.jobsSince }, jobs(aws), {
      resource: 'TrainingJob',
      keep,
      describe: (one, tags) => described(aws, one, tags),
    }),
};

function jobs(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListTrainingJobs',
    input: jobWindow(aws),
    items: (page) =>
      page.TrainingJobSummaries?.map((one) => ({
        arn: one.TrainingJobArn,
        name: one.TrainingJobName,
        status: one.TrainingJobStatus,
      })),
  });
}

async function described(
  aws: Aws,
  one: Listing,
  searched: Observed<Tags> | undefined,
): Promise<Fields<typeof kind>> {
  const reply = await describeResource(aws, describeCall, { TrainingJobName: one.name });
  if (isUnread(reply)) return everyField(kind, reply);
  const job = reply.value;
  return trainingJobFields(describeCall, job, {
    remoteDebug: remoteDebugOf(job, aws.standIn === true),
    tags: searched ?? (await readTags(aws, one.arn)),
    serverless: job.ServerlessJobConfig !== undefined,
  });
}

/**
 * AWS may leave the member out of a job that never had remote debugging, which then is a good
 * answer. A stand-in may have lost it (moto does), and then it would be a false one.
 */
function remoteDebugOf(
  { RemoteDebugConfig: config }: Output<typeof describeCall>,
  standIn: boolean,
): Observed<boolean> {
  if (config?.EnableRemoteDebug !== undefined) return present(config.EnableRemoteDebug);
  return standIn ? notCollected('the endpoint is not AWS and does not say it') : absent;
}

function keep({ TrainingJob: job }: SearchRecord) {
  if (job === undefined) return [undefined, undefined] as const;
  const tags = job.Tags && tagsOf(searchCall, job.Tags);
  const fields = trainingJobFields(searchCall, job, {
    remoteDebug: notInSearch,
    tags: tags ?? notInSearch,
    serverless: false,
  });
  const searched: Searched<typeof kind> = { fields, tags, status: job.TrainingJobStatus };
  return [job.TrainingJobArn, searched] as const;
}
