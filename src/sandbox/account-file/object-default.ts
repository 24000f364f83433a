import { derivedId } from './derived-id.ts';
import { isJsonObject, type JsonObject } from '../../model/json.ts';
import { textOf } from './loading.ts';
import { sectionFacts } from './sagemaker-section.ts';
import type { Section } from './describe-members.ts';

export interface Draft {
  readonly name: string;
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly given: JsonObject;
}

/** The whole Describe reply: what the file gives, and what AWS says where it gives nothing. */
export function withDefaults(section: Section, draft: Draft): JsonObject {
  const status = sectionFacts[section].status;
  return {
    ...(status === null ? {} : { [status[0]]: status[1] }),
    ...defaults[section]?.(draft),
    CreationTime: draft.createdAt,
    ...(neverModified.includes(section) ? {} : { LastModifiedTime: draft.createdAt + 900 }),
    ...draft.given,
    ...filledIn[section]?.(draft),
  };
}

/** These replies have no LastModifiedTime. */
const neverModified: readonly Section[] = [
  'models',
  'endpointConfigs',
  'transformJobs',
  'modelPackageGroups',
  'dataQualityJobDefinitions',
  'modelQualityJobDefinitions',
  'modelBiasJobDefinitions',
  'modelExplainabilityJobDefinitions',
];

type Default = (draft: Draft) => JsonObject;

/** Members that the file may leave out, with the values of AWS's own defaults. */
const defaults: { readonly [S in Section]?: Default } = {
  notebookInstances: ({ name }) => ({
    InstanceType: 'ml.t3.medium',
    DirectInternetAccess: 'Enabled',
    RootAccess: 'Enabled',
    VolumeSizeInGB: 5,
    PlatformIdentifier: 'notebook-al2023-v1',
    InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '1' },
    Url: `${name}-${derivedId.hex(4, name)}.notebook.sagemaker.aws`,
  }),
  studioLifecycleConfigs: () => ({ StudioLifecycleConfigAppType: 'JupyterLab' }),
  trainingJobs: trainingJob,
  processingJobs: ({ createdAt }) => ({
    ProcessingResources: { ClusterConfig: cluster },
    StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
    ProcessingStartTime: createdAt + 120,
    ProcessingEndTime: createdAt + 900,
  }),
  transformJobs: ({ createdAt }) => ({
    TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
    TransformStartTime: createdAt + 120,
    TransformEndTime: createdAt + 900,
  }),
  tuningJobs: () => ({
    HyperParameterTuningJobConfig: {
      Strategy: 'Bayesian',
      ResourceLimits: { MaxNumberOfTrainingJobs: 20, MaxParallelTrainingJobs: 2 },
    },
    TrainingJobStatusCounters: {
      Completed: 20,
      InProgress: 0,
      RetryableError: 0,
      NonRetryableError: 0,
      Stopped: 0,
    },
    ObjectiveStatusCounters: { Succeeded: 20, Pending: 0, Failed: 0 },
  }),
  autoMlJobs: () => ({ AutoMLJobSecondaryStatus: 'Completed', AutoMLJobInputDataConfig: [] }),
  models: () => ({ EnableNetworkIsolation: false }),
  domains: () => ({ AuthMode: 'IAM', AppNetworkAccessType: 'PublicInternetOnly' }),
  spaces: () => ({ SpaceSharingSettings: { SharingType: 'Private' } }),
  modelPackageGroups: () => ({ CreatedBy: {} }),
  modelPackages: () => ({
    ModelApprovalStatus: 'PendingManualApproval',
    ModelPackageStatusDetails: { ValidationStatuses: [] },
  }),
  featureGroups: () => ({
    RecordIdentifierFeatureName: 'id',
    EventTimeFeatureName: 'event_time',
    FeatureDefinitions: [
      { FeatureName: 'id', FeatureType: 'String' },
      { FeatureName: 'event_time', FeatureType: 'Fractional' },
    ],
  }),
};

const cluster = { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 };

function trainingJob({ name, createdAt, given }: Draft): JsonObject {
  const output = isJsonObject(given['OutputDataConfig']) ? given['OutputDataConfig'] : {};
  const place = textOf(output['S3OutputPath']).replace(/\/$/, '');
  return {
    SecondaryStatus: 'Completed',
    ResourceConfig: cluster,
    ModelArtifacts: { S3ModelArtifacts: `${place}/${name}/output/model.tar.gz` },
    StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
    TrainingStartTime: createdAt + 120,
    TrainingEndTime: createdAt + 900,
    EnableNetworkIsolation: false,
    EnableInterContainerTrafficEncryption: false,
    EnableManagedSpotTraining: false,
    RemoteDebugConfig: { EnableRemoteDebug: false },
  };
}

/** Members inside those of the file. */
const filledIn: { readonly [S in Section]?: Default } = {
  // An output without a key has the empty text there, not no member.
  trainingJobs: ({ given }) => ({
    OutputDataConfig: { KmsKeyId: '', ...(given['OutputDataConfig'] as JsonObject) },
  }),
  pipelines: ({ given }) => ({ PipelineDefinition: asText(given['PipelineDefinition'] ?? {}) }),
};

function asText(definition: JsonObject[string]): string {
  return typeof definition === 'string' ? definition : JSON.stringify(definition);
}
