import type { Path } from '../path.ts';
import { passing } from './pass-role.ts';

const code = 'ESC-11';
const newEndpoint = [
  { action: 'sagemaker:CreateEndpoint', on: 'endpoint/*' },
  { action: 'sagemaker:CreateEndpoint', on: 'endpoint-config/*' },
];
const otherConfig = [
  { action: 'sagemaker:UpdateEndpoint', on: 'endpoint/*' },
  { action: 'sagemaker:UpdateEndpoint', on: 'endpoint-config/*' },
];
const newConfig = { action: 'sagemaker:CreateEndpointConfig', on: 'endpoint-config/*' };
const newComponent = { action: 'sagemaker:CreateInferenceComponent', on: 'inference-component/*' };

/**
 * Further operations that take a role and run by it what the caller brings, each by its page of the
 * SageMaker API reference. Left out, because nothing of the caller's runs by the role: job
 * definitions of monitoring (they run by a schedule, which is listed), inference experiments and
 * recommendations (of models with roles of their own), images, feature groups, flow definitions,
 * device fleets, benchmarks, partner apps. What AI customization jobs (CreateJob) run is not
 * documented; the role of a project's template is CloudFormation's.
 */
export const passRoleAndRun: readonly Path[] = [
  passing({
    code,
    words: 'starts a tuning job with',
    needs: [
      { action: 'sagemaker:CreateHyperParameterTuningJob', on: 'hyper-parameter-tuning-job/*' },
    ],
  }),
  // The container of a model is the caller's, and it runs by the model's role.
  passing({
    code,
    words: 'makes a model and has it run with',
    needs: [{ action: 'sagemaker:CreateModel', on: 'model/*' }],
    anyOf: [
      [{ action: 'sagemaker:CreateTransformJob', on: 'transform-job/*' }],
      [newConfig, ...newEndpoint],
      [newConfig, ...otherConfig],
    ],
  }),
  // Without a model in its variants, an endpoint's role is that of its inference components.
  passing({
    code,
    words: 'makes an endpoint for inference components with',
    needs: [newConfig],
    anyOf: [
      [...newEndpoint, newComponent],
      [...otherConfig, newComponent],
    ],
  }),
  // MonitoringAppSpecification names the image.
  passing({
    code,
    words: 'makes a monitoring schedule with',
    needs: [{ action: 'sagemaker:CreateMonitoringSchedule', on: 'monitoring-schedule/*' }],
  }),
  passing({
    code,
    words: 'changes a monitoring schedule to run with',
    needs: [{ action: 'sagemaker:UpdateMonitoringSchedule', on: 'monitoring-schedule/*' }],
  }),
  // Its role calls SageMaker, Lambda and EMR as the caller's definition says.
  passing({
    code,
    words: 'makes and starts a pipeline with',
    needs: [
      { action: 'sagemaker:CreatePipeline', on: 'pipeline/*' },
      { action: 'sagemaker:StartPipelineExecution', on: 'pipeline/*' },
    ],
  }),
  passing({
    code,
    words: 'changes and starts a pipeline with',
    needs: [
      { action: 'sagemaker:UpdatePipeline', on: 'pipeline/*' },
      { action: 'sagemaker:StartPipelineExecution', on: 'pipeline/*' },
    ],
  }),
  // The lifecycle scripts of an instance group run on its machines.
  passing({
    code,
    words: 'makes a HyperPod cluster with',
    needs: [{ action: 'sagemaker:CreateCluster', on: 'cluster/*' }],
  }),
  passing({
    code,
    words: 'adds machines to a HyperPod cluster with',
    needs: [{ action: 'sagemaker:UpdateCluster', on: 'cluster/*' }],
  }),
  // Validation runs training and transform jobs of the caller's images.
  passing({
    code,
    words: 'has an algorithm validated with',
    needs: [{ action: 'sagemaker:CreateAlgorithm', on: 'algorithm/*' }],
  }),
  passing({
    code,
    words: 'has a model package validated with',
    needs: [{ action: 'sagemaker:CreateModelPackage', on: 'model-package/*' }],
  }),
];
