import { isJsonObject, type JsonObject } from '../../model/json.ts';
import type { SageMakerType } from '../world.ts';

/** How one type is listed and described. */
export interface ServedType {
  readonly type: SageMakerType;
  readonly list: string;
  /** The member of the list reply that holds the summaries. */
  readonly listMember: string;
  /** Members that a summary has in common with the Describe reply. */
  readonly summary: readonly string[];
  /** Members that a summary has and the Describe reply holds elsewhere or under another name. */
  readonly derived?: (detail: JsonObject) => JsonObject;
  readonly describe: string;
  /** The input members that name the object, outermost first. */
  readonly id: readonly string[];
  /**
   * The message of the ValidationException by which Describe says "there is none", `ID` standing
   * for the id. Without it: ResourceNotFound. AWS's model names an error for half of the calls only.
   */
  readonly missing?: string;
  /** List filters of this type beside the usual ones. */
  readonly filters?: readonly string[];
}

/** `TrainingJob`: everything is named after the type, but what `more` says. */
function named(type: SageMakerType, more: Partial<ServedType> & Pick<ServedType, 'summary'>) {
  return {
    type,
    list: `List${type}s`,
    listMember: `${type}s`,
    describe: `Describe${type}`,
    id: [`${type}Name`],
    ...more,
    summary: [`${type}Name`, `${type}Arn`, 'CreationTime', ...more.summary],
  } satisfies ServedType;
}

function job(type: SageMakerType, more: Partial<ServedType> = {}): ServedType {
  return named(type, {
    listMember: `${type}Summaries`,
    ...more,
    summary: ['LastModifiedTime', `${type}Status`, 'FailureReason', ...(more.summary ?? [])],
  });
}

function jobDefinition(type: SageMakerType): ServedType {
  return {
    type,
    list: `List${type}s`,
    listMember: 'JobDefinitionSummaries',
    summary: ['CreationTime'],
    derived: (detail) => ({
      MonitoringJobDefinitionName: detail['JobDefinitionName'] ?? null,
      MonitoringJobDefinitionArn: detail['JobDefinitionArn'] ?? null,
      EndpointName: endpointNameIn(detail) ?? '',
    }),
    describe: `Describe${type}`,
    id: ['JobDefinitionName'],
  };
}

/** The input of a job definition stands under a name of its own for each type. */
function endpointNameIn(detail: JsonObject): string | undefined {
  for (const value of Object.values(detail)) {
    const input = isJsonObject(value) ? value['EndpointInput'] : undefined;
    const name = isJsonObject(input) ? input['EndpointName'] : undefined;
    if (typeof name === 'string') return name;
  }
  return undefined;
}

function tuningSummary(detail: JsonObject): JsonObject {
  const config = detail['HyperParameterTuningJobConfig'];
  const settings = isJsonObject(config) ? config : {};
  return {
    Strategy: settings['Strategy'] ?? 'Bayesian',
    ResourceLimits: settings['ResourceLimits'] ?? {},
    TrainingJobStatusCounters: detail['TrainingJobStatusCounters'] ?? {},
    ObjectiveStatusCounters: detail['ObjectiveStatusCounters'] ?? {},
  };
}

export const servedTypes: readonly ServedType[] = [
  named('NotebookInstance', {
    summary: [
      'NotebookInstanceStatus',
      'Url',
      'InstanceType',
      'LastModifiedTime',
      'NotebookInstanceLifecycleConfigName',
    ],
    missing: 'RecordNotFound',
  }),
  named('NotebookInstanceLifecycleConfig', {
    summary: ['LastModifiedTime'],
    missing: 'Notebook Instance Lifecycle Config "ID" does not exist.',
  }),
  named('StudioLifecycleConfig', { summary: ['LastModifiedTime', 'StudioLifecycleConfigAppType'] }),
  job('TrainingJob', { summary: ['TrainingEndTime', 'SecondaryStatus'] }),
  job('ProcessingJob', { summary: ['ProcessingEndTime', 'ExitMessage'] }),
  job('TransformJob', { summary: ['TransformEndTime'] }),
  job('HyperParameterTuningJob', {
    summary: ['HyperParameterTuningEndTime'],
    derived: tuningSummary,
  }),
  job('AutoMLJob', {
    describe: 'DescribeAutoMLJobV2',
    summary: ['AutoMLJobSecondaryStatus', 'EndTime'],
  }),
  named('Model', { summary: [], missing: 'Could not find model "ID".' }),
  named('EndpointConfig', {
    summary: [],
    missing: 'Could not find endpoint configuration "ID".',
  }),
  named('Endpoint', {
    summary: ['LastModifiedTime', 'EndpointStatus'],
    missing: 'Could not find endpoint "ID".',
  }),
  {
    type: 'Domain',
    list: 'ListDomains',
    listMember: 'Domains',
    summary: [
      'DomainArn',
      'DomainId',
      'DomainName',
      'Status',
      'CreationTime',
      'LastModifiedTime',
      'Url',
    ],
    describe: 'DescribeDomain',
    id: ['DomainId'],
  },
  named('UserProfile', {
    summary: ['DomainId', 'Status', 'LastModifiedTime'],
    id: ['DomainId', 'UserProfileName'],
    filters: ['DomainIdEquals'],
  }),
  named('Space', {
    summary: ['DomainId', 'Status', 'LastModifiedTime', 'SpaceDisplayName'],
    id: ['DomainId', 'SpaceName'],
    filters: ['DomainIdEquals'],
  }),
  named('ModelPackageGroup', {
    listMember: 'ModelPackageGroupSummaryList',
    summary: ['ModelPackageGroupDescription', 'ModelPackageGroupStatus'],
    missing: 'ModelPackageGroup ID does not exist.',
  }),
  named('ModelPackage', {
    listMember: 'ModelPackageSummaryList',
    summary: [
      'ModelPackageGroupName',
      'ModelPackageVersion',
      'ModelPackageDescription',
      'ModelPackageStatus',
      'ModelApprovalStatus',
    ],
    missing: 'ModelPackage ID does not exist.',
    filters: ['ModelPackageGroupName', 'ModelPackageType'],
  }),
  named('Pipeline', {
    listMember: 'PipelineSummaries',
    summary: ['PipelineDisplayName', 'PipelineDescription', 'RoleArn', 'LastModifiedTime'],
    filters: ['CreatedAfter', 'CreatedBefore'],
  }),
  named('FeatureGroup', {
    listMember: 'FeatureGroupSummaries',
    summary: ['FeatureGroupStatus', 'OfflineStoreStatus'],
  }),
  named('MonitoringSchedule', {
    listMember: 'MonitoringScheduleSummaries',
    summary: ['LastModifiedTime', 'MonitoringScheduleStatus', 'EndpointName', 'MonitoringType'],
    derived: ({ MonitoringScheduleConfig: config }) =>
      isJsonObject(config) && typeof config['MonitoringJobDefinitionName'] === 'string'
        ? { MonitoringJobDefinitionName: config['MonitoringJobDefinitionName'] }
        : {},
  }),
  jobDefinition('DataQualityJobDefinition'),
  jobDefinition('ModelQualityJobDefinition'),
  jobDefinition('ModelBiasJobDefinition'),
  jobDefinition('ModelExplainabilityJobDefinition'),
];
