import type { HyperParameterTuningJobSearchEntity, SearchRecord } from '@aws-sdk/client-sagemaker';
import { isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { jobWindow } from './job-window.ts';
import { listings, type Listing } from './listed-resources.ts';
import { required } from '../reply/observe.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, requiredText } from '../reply/reply-text.ts';
import { readTags, tagsOf } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import { notInSearch, type Searched } from './searched-fields.ts';
import { collectSearched } from './searched-resources.ts';
import { tuningDefinition } from './tuning-definition.ts';

const kind = 'sagemaker.tuning-job';
const describeCall = 'sagemaker:DescribeHyperParameterTuningJob';
const searchCall = 'sagemaker:Search';

export const tuningJobCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions(
    'sagemaker:ListHyperParameterTuningJobs',
    describeCall,
    searchCall,
    'sagemaker:ListTags',
  ),
  collect: (aws, sink) =>
    collectSearched({ aws, sink, kind, since: aws.jobsSince }, jobs(aws), {
      resource: 'HyperParameterTuningJob',
      keep,
      describe: (one, tags) => described(aws, one, tags),
    }),
};

function jobs(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListHyperParameterTuningJobs',
    input: jobWindow(aws),
    items: (page) =>
      page.HyperParameterTuningJobSummaries?.map((one) => ({
        arn: one.HyperParameterTuningJobArn,
        name: one.HyperParameterTuningJobName,
        status: one.HyperParameterTuningJobStatus,
      })),
  });
}

async function described(
  aws: Aws,
  one: Listing,
  searched: Observed<Tags> | undefined,
): Promise<Fields<typeof kind>> {
  const input = { HyperParameterTuningJobName: one.name };
  const reply = await describeResource(aws, describeCall, input);
  if (isUnread(reply)) return everyField(kind, reply);
  return fieldsOf(describeCall, reply.value, searched ?? (await readTags(aws, one.arn)));
}

function keep({ HyperParameterTuningJob: job }: SearchRecord) {
  if (job === undefined) return [undefined, undefined] as const;
  const tags = job.Tags && tagsOf(searchCall, job.Tags);
  const fields = fieldsOf(searchCall, job, tags ?? notInSearch);
  const searched: Searched<typeof kind> = {
    fields,
    tags,
    status: job.HyperParameterTuningJobStatus,
  };
  return [job.HyperParameterTuningJobArn, searched] as const;
}

/** A job has one definition, or (tuning several algorithms) a list of them. */
function fieldsOf(
  call: string,
  job: HyperParameterTuningJobSearchEntity,
  tags: Observed<Tags>,
): Fields<typeof kind> {
  const { TrainingJobDefinition: lone, TrainingJobDefinitions: several = [] } = job;
  return {
    status: requiredText(call, job.HyperParameterTuningJobStatus, 'HyperParameterTuningJobStatus'),
    createdAt: creationTime(call, job.CreationTime),
    definitions: replyField(call, () => {
      const name = required(job.HyperParameterTuningJobName, 'HyperParameterTuningJobName');
      const all = lone === undefined ? several : [lone, ...several];
      required(all[0], 'TrainingJobDefinition');
      return all.map((one) => tuningDefinition(one, name));
    }),
    tags,
  };
}
