import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { jobInstances } from './job-instances.ts';
import { jobWindow } from './job-window.ts';
import { collectListed, listings } from './listed-resources.ts';
import { required } from '../reply/observe.ts';
import { redactMap } from '../redact/redact-map.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, requiredText, text, textField } from '../reply/reply-text.ts';
import { readTags } from './resource-tags.ts';
import { sameNameActions } from './same-name-actions.ts';
import type { Output } from '../call/sdk.ts';

const kind = 'sagemaker.transform-job';
const call = 'sagemaker:DescribeTransformJob';

export const transformJobCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListTransformJobs', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    const unit = { aws, sink, kind, since: aws.jobsSince } as const;
    return collectListed(unit, jobs(aws), async (one) => {
      const reply = await describeResource(aws, call, { TransformJobName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await readTags(aws, one.arn));
    });
  },
};

function jobs(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListTransformJobs',
    input: jobWindow(aws),
    items: (page) =>
      page.TransformJobSummaries?.map((one) => ({
        arn: one.TransformJobArn,
        name: one.TransformJobName,
      })),
  });
}

function fieldsOf(job: Output<typeof call>, tags: Observed<Tags>): Fields<typeof kind> {
  const resources = () => required(job.TransformResources, 'TransformResources');
  const output = () => required(job.TransformOutput, 'TransformOutput');
  const source = job.TransformInput?.DataSource?.S3DataSource;
  return {
    status: requiredText(call, job.TransformJobStatus, 'TransformJobStatus'),
    createdAt: creationTime(call, job.CreationTime),
    model: requiredText(call, job.ModelName, 'ModelName'),
    inputUri: requiredText(call, source?.S3Uri, 'S3Uri'),
    outputUri: replyField(call, () => text(output().S3OutputPath)),
    outputKey: replyField(call, () => text(output().KmsKeyId)),
    volumeKey: replyField(call, () => text(resources().VolumeKmsKeyId)),
    instances: replyField(call, () => jobInstances(resources())),
    captureUri: textField(job.DataCaptureConfig?.DestinationS3Uri),
    captureKey: textField(job.DataCaptureConfig?.KmsKeyId),
    environment: given(job.Environment && redactMap(job.Environment)),
    tags,
  };
}
