import type { TrainingJob } from '@aws-sdk/client-sagemaker';
import { absent, given, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Fields } from '../../model/resource.ts';
import { codeUri } from './code-uri.ts';
import { channelInputs } from './job-inputs.ts';
import { jobInstances } from './job-instances.ts';
import { required } from '../reply/observe.ts';
import { redactMap } from '../redact/redact-map.ts';
import { replyField } from '../reply/reply.ts';
import { creationTime, requiredText, text, textField } from '../reply/reply-text.ts';
import { vpcConfig } from './vpc-config.ts';

type JobFields = Fields<'sagemaker.training-job'>;

/** What does not stand in the same place in replies of Search and DescribeTrainingJob. */
interface Beside {
  readonly remoteDebug: Observed<boolean>;
  readonly tags: Observed<Tags>;
  /** The job runs on machines of AWS's choice: its reply has no ResourceConfig. */
  readonly serverless: boolean;
}

/** The fields of a training job as `call` (Search or DescribeTrainingJob) describes it. */
export function trainingJobFields(call: string, job: TrainingJob, beside: Beside): JobFields {
  const { AlgorithmSpecification: algorithm, OutputDataConfig: output } = job;
  return {
    ...machines(call, job, beside.serverless),
    status: requiredText(call, job.TrainingJobStatus, 'TrainingJobStatus'),
    createdAt: creationTime(call, job.CreationTime),
    executionRole: requiredText(call, job.RoleArn, 'RoleArn'),
    image: textField(algorithm?.TrainingImage),
    algorithm: textField(algorithm?.AlgorithmName),
    vpc: given(vpcConfig(job.VpcConfig)),
    networkIsolation: given(job.EnableNetworkIsolation),
    trafficEncryption: given(job.EnableInterContainerTrafficEncryption),
    outputKey: textField(output?.KmsKeyId),
    outputUri: textField(output?.S3OutputPath),
    checkpointUri: textField(job.CheckpointConfig?.S3Uri),
    inputs: given(job.InputDataConfig && channelInputs(job.InputDataConfig)),
    modelArtifact: textField(job.ModelArtifacts?.S3ModelArtifacts),
    remoteDebug: beside.remoteDebug,
    environment: given(job.Environment && redactMap(job.Environment)),
    hyperparameters: given(job.HyperParameters && redactMap(job.HyperParameters)),
    codeUri: textField(codeUri(job.HyperParameters)),
    maxRuntimeSeconds: given(job.StoppingCondition?.MaxRuntimeInSeconds),
    tags: beside.tags,
  };
}

function machines(
  call: string,
  job: TrainingJob,
  serverless: boolean,
): Pick<JobFields, 'instances' | 'volumeKey'> {
  const resources = job.ResourceConfig;
  if (serverless && resources === undefined) return { instances: absent, volumeKey: absent };
  const config = () => required(resources, 'ResourceConfig');
  return {
    instances: replyField(call, () => jobInstances(config())),
    volumeKey: replyField(call, () => text(config().VolumeKmsKeyId)),
  };
}
