import type { SageMakerType } from '../world.ts';
import type { Section } from './describe-members.ts';

/** How the objects of a section are called, and what AWS demands of them. */
export interface SectionFacts {
  readonly type: SageMakerType;
  /** Member that holds the name, and the one that holds the ARN. */
  readonly name: string;
  readonly arn: string;
  /** Resource part of the ARN before the name. */
  readonly resource: string;
  /** Member that holds the status, and what it is when the file does not say. */
  readonly status: readonly [string, string] | null;
  readonly required: readonly string[];
  /** The name in the file holds the domain (`domain/name`). */
  readonly inDomain?: boolean;
}

function facts(
  type: SageMakerType,
  resource: string,
  status: SectionFacts['status'],
  required: readonly string[] = [],
): SectionFacts {
  return { type, name: `${type}Name`, arn: `${type}Arn`, resource, status, required };
}

function definition(type: SageMakerType, resource: string): SectionFacts {
  return {
    ...facts(type, `${resource}-job-definition`, null, ['RoleArn']),
    name: 'JobDefinitionName',
    arn: 'JobDefinitionArn',
  };
}

/** `required` is what the Create call requires and nothing could be made up for. */
export const sectionFacts: { readonly [S in Section]: SectionFacts } = {
  notebookInstances: facts(
    'NotebookInstance',
    'notebook-instance',
    ['NotebookInstanceStatus', 'InService'],
    ['RoleArn'],
  ),
  notebookLifecycleConfigs: facts(
    'NotebookInstanceLifecycleConfig',
    'notebook-instance-lifecycle-config',
    null,
  ),
  studioLifecycleConfigs: facts('StudioLifecycleConfig', 'studio-lifecycle-config', null),
  trainingJobs: facts(
    'TrainingJob',
    'training-job',
    ['TrainingJobStatus', 'Completed'],
    ['RoleArn', 'OutputDataConfig'],
  ),
  processingJobs: facts(
    'ProcessingJob',
    'processing-job',
    ['ProcessingJobStatus', 'Completed'],
    ['RoleArn', 'AppSpecification'],
  ),
  transformJobs: facts(
    'TransformJob',
    'transform-job',
    ['TransformJobStatus', 'Completed'],
    ['ModelName', 'TransformInput', 'TransformOutput'],
  ),
  tuningJobs: facts('HyperParameterTuningJob', 'hyper-parameter-tuning-job', [
    'HyperParameterTuningJobStatus',
    'Completed',
  ]),
  autoMlJobs: facts(
    'AutoMLJob',
    'automl-job',
    ['AutoMLJobStatus', 'Completed'],
    ['RoleArn', 'OutputDataConfig'],
  ),
  models: facts('Model', 'model', null),
  endpointConfigs: facts('EndpointConfig', 'endpoint-config', null, ['ProductionVariants']),
  endpoints: facts('Endpoint', 'endpoint', ['EndpointStatus', 'InService'], ['EndpointConfigName']),
  domains: facts('Domain', 'domain', ['Status', 'InService'], ['DefaultUserSettings']),
  userProfiles: {
    ...facts('UserProfile', 'user-profile', ['Status', 'InService']),
    inDomain: true,
  },
  spaces: { ...facts('Space', 'space', ['Status', 'InService']), inDomain: true },
  modelPackageGroups: facts('ModelPackageGroup', 'model-package-group', [
    'ModelPackageGroupStatus',
    'Completed',
  ]),
  modelPackages: facts('ModelPackage', 'model-package', ['ModelPackageStatus', 'Completed']),
  pipelines: facts('Pipeline', 'pipeline', ['PipelineStatus', 'Active'], ['RoleArn']),
  featureGroups: facts('FeatureGroup', 'feature-group', ['FeatureGroupStatus', 'Created']),
  monitoringSchedules: facts(
    'MonitoringSchedule',
    'monitoring-schedule',
    ['MonitoringScheduleStatus', 'Scheduled'],
    ['MonitoringScheduleConfig'],
  ),
  dataQualityJobDefinitions: definition('DataQualityJobDefinition', 'data-quality'),
  modelQualityJobDefinitions: definition('ModelQualityJobDefinition', 'model-quality'),
  modelBiasJobDefinitions: definition('ModelBiasJobDefinition', 'model-bias'),
  modelExplainabilityJobDefinitions: definition(
    'ModelExplainabilityJobDefinition',
    'model-explainability',
  ),
};
