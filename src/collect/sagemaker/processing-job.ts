import type { ProcessingInput, ProcessingOutput } from '@aws-sdk/client-sagemaker';
import { given, isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import { everyField, type Fields } from '../../model/resource.ts';
import type { Aws, Collector } from '../collector.ts';
import { describeResource } from './describe-resource.ts';
import { dataLocations, type GivenLocation } from './job-inputs.ts';
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
import { vpcConfig } from './vpc-config.ts';

const kind = 'sagemaker.processing-job';
const call = 'sagemaker:DescribeProcessingJob';

export const processingJobCollector: Collector = {
  name: kind,
  kinds: [kind],
  scope: 'regional',
  operations: sameNameActions('sagemaker:ListProcessingJobs', call, 'sagemaker:ListTags'),
  collect(aws, sink) {
    const unit = { aws, sink, kind, since: aws.jobsSince } as const;
    return collectListed(unit, jobs(aws), async (one) => {
      const reply = await describeResource(aws, call, { ProcessingJobName: one.name });
      if (isUnread(reply)) return everyField(kind, reply);
      return fieldsOf(reply.value, await readTags(aws, one.arn));
    });
  },
};

function jobs(aws: Aws) {
  return listings(aws, {
    operation: 'sagemaker:ListProcessingJobs',
    input: jobWindow(aws),
    items: (page) =>
      page.ProcessingJobSummaries?.map((one) => ({
        arn: one.ProcessingJobArn,
        name: one.ProcessingJobName,
      })),
  });
}

type Job = Output<typeof call>;

function fieldsOf(job: Job, tags: Observed<Tags>): Fields<typeof kind> {
  const { NetworkConfig: network, ProcessingOutputConfig: output } = job;
  const cluster = () => required(job.ProcessingResources?.ClusterConfig, 'ClusterConfig');
  return {
    status: requiredText(call, job.ProcessingJobStatus, 'ProcessingJobStatus'),
    createdAt: creationTime(call, job.CreationTime),
    executionRole: requiredText(call, job.RoleArn, 'RoleArn'),
    image: requiredText(call, job.AppSpecification?.ImageUri, 'ImageUri'),
    vpc: given(vpcConfig(network?.VpcConfig)),
    networkIsolation: given(network?.EnableNetworkIsolation),
    trafficEncryption: given(network?.EnableInterContainerTrafficEncryption),
    instances: replyField(call, () => jobInstances(cluster())),
    volumeKey: replyField(call, () => text(cluster().VolumeKmsKeyId)),
    outputKey: textField(output?.KmsKeyId),
    inputs: given(job.ProcessingInputs && dataLocations(job.ProcessingInputs.map(inputOf))),
    outputs: given(output?.Outputs && dataLocations(output.Outputs.map(outputOf))),
    environment: given(job.Environment && redactMap(job.Environment)),
    tags,
  };
}

/** An input out of Athena or Redshift is unloaded to S3, and read from there. */
function inputOf({
  InputName: name,
  S3Input,
  DatasetDefinition: data,
}: ProcessingInput): GivenLocation {
  const unloaded = data?.AthenaDatasetDefinition ?? data?.RedshiftDatasetDefinition;
  return { name, uri: S3Input?.S3Uri ?? unloaded?.OutputS3Uri, type: S3Input?.S3DataType };
}

function outputOf({ OutputName: name, S3Output }: ProcessingOutput): GivenLocation {
  return { name, uri: S3Output?.S3Uri };
}
