import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { dataLocations } from './job-inputs.ts';
import { jobWindow } from './job-window.ts';
import { collectListed, listings } from './listed-resources.ts';
import { required } from '../reply/observe.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, requiredText, text, textField } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';
import { vpcConfig } from './vpc-config.ts';

const kind = 'sagemaker.automl-job';
/** Describes the jobs of CreateAutoMLJob as well as those of CreateAutoMLJobV2. */
const call = 'sagemaker:DescribeAutoMLJobV2';

export const autoMlJobCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListAutoMLJobs', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    const unit = { aws, sink, kind, since: aws.jobsSince } as const;
    return collectListed(unit, jobs(aws), async (one) => {
      const reply = await describeResource(aws, call, { AutoMLJobName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await readTags(aws, one.arn));
    });
  },
};

function jobs(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListAutoMLJobs',
    input: jobWindow(aws),
    items: (page) =>
      page.AutoMLJobSummaries?.map((one) => ({ arn: one.AutoMLJobArn, name: one.AutoMLJobName })),
  });
}

function fieldsOf(job: Output<typeof call>, tags: Observed<Tags>): Fields<typeof kind> {
  const { AutoMLJobInputDataConfig: inputs, SecurityConfig: security } = job;
  const output = () => required(job.OutputDataConfig, 'OutputDataConfig');
  return {
    status: requiredText(call, job.AutoMLJobStatus, 'AutoMLJobStatus'),
    createdAt: creationTime(call, job.CreationTime),
    executionRole: requiredText(call, job.RoleArn, 'RoleArn'),
    vpc: given(vpcConfig(security?.VpcConfig)),
    trafficEncryption: given(security?.EnableInterContainerTrafficEncryption),
    volumeKey: textField(security?.VolumeKmsKeyId),
    outputKey: replyField(call, () => text(output().KmsKeyId)),
    outputUri: replyField(call, () => text(output().S3OutputPath)),
    inputs: given(
      inputs &&
        dataLocations(
          inputs.map(({ ChannelType: name, DataSource }) => {
            const source = DataSource?.S3DataSource;
            return { name, uri: source?.S3Uri, type: source?.S3DataType };
          }),
        ),
    ),
    tags,
  };
}
