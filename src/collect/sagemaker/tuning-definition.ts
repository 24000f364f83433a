import type { HyperParameterTrainingJobDefinition } from '@aws-sdk/client-sagemaker';
import type { TuningDefinition } from '../../model/resource/sagemaker-job.ts';
import { codeUri } from './code-uri.ts';
import { channelInputs } from './job-inputs.ts';
import { jobInstances } from './job-instances.ts';
import { required } from '../reply/observe.ts';
import { redactMap } from '../redact/redact-map.ts';
import { text } from '../reply/reply-text.ts';
import { vpcConfig } from './vpc-config.ts';

/**
 * One training job definition of a tuning job. A lone definition has no name of its own and takes
 * the job's. Throws `IncompleteReply` when it does not say on what it runs.
 */
export function tuningDefinition(
  given: HyperParameterTrainingJobDefinition,
  jobName: string,
): TuningDefinition {
  const { OutputDataConfig: output } = given;
  const resources = required(
    given.HyperParameterTuningResourceConfig ?? given.ResourceConfig,
    'ResourceConfig',
  );
  return {
    name: text(given.DefinitionName) ?? jobName,
    executionRole: text(given.RoleArn) ?? null,
    image: text(given.AlgorithmSpecification?.TrainingImage) ?? null,
    vpc: vpcConfig(given.VpcConfig) ?? null,
    networkIsolation: given.EnableNetworkIsolation ?? null,
    trafficEncryption: given.EnableInterContainerTrafficEncryption ?? null,
    instances: jobInstances(resources),
    volumeKey: text(resources.VolumeKmsKeyId) ?? null,
    outputKey: text(output?.KmsKeyId) ?? null,
    ...placesOf(given),
    staticHyperparameters: redactMap(given.StaticHyperParameters),
  };
}

type Places = Pick<TuningDefinition, 'outputUri' | 'checkpointUri' | 'codeUri' | 'inputs'>;

function placesOf(given: HyperParameterTrainingJobDefinition): Places {
  return {
    outputUri: text(given.OutputDataConfig?.S3OutputPath) ?? null,
    checkpointUri: text(given.CheckpointConfig?.S3Uri) ?? null,
    codeUri: codeUri(given.StaticHyperParameters) ?? null,
    inputs: channelInputs(given.InputDataConfig ?? []),
  };
}
