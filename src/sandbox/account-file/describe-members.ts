/**
 * Member names of each type's Describe reply (SageMaker API reference, November 2026), so that a
 * misspelt one is refused instead of silently meaning nothing.
 */
export const describeMembers = {
  notebookInstances: `
    NotebookInstanceArn NotebookInstanceName NotebookInstanceStatus FailureReason Url
    InstanceType IpAddressType SubnetId SecurityGroups RoleArn KmsKeyId NetworkInterfaceId
    LastModifiedTime CreationTime NotebookInstanceLifecycleConfigName DirectInternetAccess
    VolumeSizeInGB AcceleratorTypes DefaultCodeRepository AdditionalCodeRepositories
    RootAccess PlatformIdentifier InstanceMetadataServiceConfiguration
  `,
  notebookLifecycleConfigs: `
    NotebookInstanceLifecycleConfigArn NotebookInstanceLifecycleConfigName OnCreate OnStart
    LastModifiedTime CreationTime
  `,
  studioLifecycleConfigs: `
    StudioLifecycleConfigArn StudioLifecycleConfigName CreationTime LastModifiedTime
    StudioLifecycleConfigContent StudioLifecycleConfigAppType
  `,
  trainingJobs: `
    TrainingJobName TrainingJobArn TuningJobArn LabelingJobArn AutoMLJobArn ModelArtifacts
    TrainingJobStatus SecondaryStatus FailureReason HyperParameters AlgorithmSpecification
    RoleArn InputDataConfig OutputDataConfig ResourceConfig WarmPoolStatus VpcConfig
    StoppingCondition CreationTime TrainingStartTime TrainingEndTime LastModifiedTime
    SecondaryStatusTransitions FinalMetricDataList EnableNetworkIsolation
    EnableInterContainerTrafficEncryption EnableManagedSpotTraining CheckpointConfig
    TrainingTimeInSeconds BillableTimeInSeconds BillableTokenCount DebugHookConfig
    ExperimentConfig DebugRuleConfigurations TensorBoardOutputConfig
    DebugRuleEvaluationStatuses ProfilerConfig ProfilerRuleConfigurations
    ProfilerRuleEvaluationStatuses ProfilingStatus Environment RetryStrategy
    RemoteDebugConfig InfraCheckConfig ServerlessJobConfig MlflowConfig ModelPackageConfig
    MlflowDetails ProgressInfo OutputModelPackageArn
  `,
  processingJobs: `
    ProcessingInputs ProcessingOutputConfig ProcessingJobName ProcessingResources
    StoppingCondition AppSpecification Environment NetworkConfig RoleArn ExperimentConfig
    ProcessingJobArn ProcessingJobStatus ExitMessage FailureReason ProcessingEndTime
    ProcessingStartTime LastModifiedTime CreationTime MonitoringScheduleArn AutoMLJobArn
    TrainingJobArn
  `,
  transformJobs: `
    TransformJobName TransformJobArn TransformJobStatus FailureReason ModelName
    MaxConcurrentTransforms ModelClientConfig MaxPayloadInMB BatchStrategy Environment
    TransformInput TransformOutput DataCaptureConfig TransformResources CreationTime
    TransformStartTime TransformEndTime LabelingJobArn AutoMLJobArn DataProcessing
    ExperimentConfig
  `,
  tuningJobs: `
    HyperParameterTuningJobName HyperParameterTuningJobArn HyperParameterTuningJobConfig
    TrainingJobDefinition TrainingJobDefinitions HyperParameterTuningJobStatus CreationTime
    HyperParameterTuningEndTime LastModifiedTime TrainingJobStatusCounters
    ObjectiveStatusCounters BestTrainingJob OverallBestTrainingJob WarmStartConfig Autotune
    FailureReason TuningJobCompletionDetails ConsumedResources
  `,
  autoMlJobs: `
    AutoMLJobName AutoMLJobArn AutoMLJobInputDataConfig OutputDataConfig RoleArn
    AutoMLJobObjective AutoMLProblemTypeConfig AutoMLProblemTypeConfigName CreationTime
    EndTime LastModifiedTime FailureReason PartialFailureReasons BestCandidate
    AutoMLJobStatus AutoMLJobSecondaryStatus AutoMLJobArtifacts ResolvedAttributes
    ModelDeployConfig ModelDeployResult DataSplitConfig SecurityConfig AutoMLComputeConfig
  `,
  models: `
    ModelName PrimaryContainer Containers InferenceExecutionConfig ExecutionRoleArn
    VpcConfig CreationTime ModelArn EnableNetworkIsolation DeploymentRecommendation
  `,
  endpointConfigs: `
    EndpointConfigName EndpointConfigArn ProductionVariants DataCaptureConfig KmsKeyId
    CreationTime AsyncInferenceConfig ExplainerConfig ShadowProductionVariants
    ExecutionRoleArn VpcConfig EnableNetworkIsolation MetricsConfig CrossRegionTrafficConfig
  `,
  endpoints: `
    EndpointName EndpointArn EndpointConfigName ProductionVariants DataCaptureConfig
    EndpointStatus FailureReason CreationTime LastModifiedTime LastDeploymentConfig
    AsyncInferenceConfig PendingDeploymentSummary ExplainerConfig ShadowProductionVariants
    MetricsConfig CrossRegionTrafficConfig
  `,
  domains: `
    DomainArn DomainId DomainName HomeEfsFileSystemId
    SingleSignOnManagedApplicationInstanceId SingleSignOnApplicationArn Status CreationTime
    LastModifiedTime FailureReason SecurityGroupIdForDomainBoundary AuthMode
    DefaultUserSettings DomainSettings AppNetworkAccessType HomeEfsFileSystemKmsKeyId
    SubnetIds Url VpcId KmsKeyId AppSecurityGroupManagement HomeEfsFileSystemCreation
    TagPropagation DefaultSpaceSettings
  `,
  userProfiles: `
    DomainId UserProfileArn UserProfileName HomeEfsFileSystemUid Status LastModifiedTime
    CreationTime FailureReason SingleSignOnUserIdentifier SingleSignOnUserValue UserSettings
  `,
  spaces: `
    DomainId SpaceArn SpaceName HomeEfsFileSystemUid Status LastModifiedTime CreationTime
    FailureReason SpaceSettings OwnershipSettings SpaceSharingSettings SpaceDisplayName Url
  `,
  modelPackageGroups: `
    ModelPackageGroupName ModelPackageGroupArn ModelPackageGroupDescription CreationTime
    CreatedBy ModelPackageGroupStatus ManagedConfiguration
  `,
  modelPackages: `
    ModelPackageName ModelPackageGroupName ModelPackageVersion ModelPackageRegistrationType
    ModelPackageArn ModelPackageDescription CreationTime InferenceSpecification
    SourceAlgorithmSpecification ValidationSpecification ModelPackageStatus
    ModelPackageStatusDetails CertifyForMarketplace ModelApprovalStatus CreatedBy
    MetadataProperties ModelMetrics LastModifiedTime LastModifiedBy ApprovalDescription
    Domain Task SamplePayloadUrl CustomerMetadataProperties DriftCheckBaselines
    AdditionalInferenceSpecifications SkipModelValidation SourceUri SecurityConfig ModelCard
    ModelLifeCycle ManagedStorageType
  `,
  pipelines: `
    PipelineArn PipelineName PipelineDisplayName PipelineDefinition PipelineDescription
    RoleArn PipelineStatus CreationTime LastModifiedTime LastRunTime CreatedBy
    LastModifiedBy ParallelismConfiguration PipelineVersionDisplayName
    PipelineVersionDescription PipelineVersionAliases
  `,
  featureGroups: `
    FeatureGroupArn FeatureGroupName RecordIdentifierFeatureName EventTimeFeatureName
    FeatureDefinitions CreationTime LastModifiedTime OnlineStoreConfig OfflineStoreConfig
    ThroughputConfig RoleArn FeatureGroupStatus OfflineStoreStatus LastUpdateStatus
    FailureReason Description OnlineStoreTotalSizeBytes
  `,
  monitoringSchedules: `
    MonitoringScheduleArn MonitoringScheduleName MonitoringScheduleStatus MonitoringType
    FailureReason CreationTime LastModifiedTime MonitoringScheduleConfig EndpointName
    LastMonitoringExecutionSummary
  `,
  dataQualityJobDefinitions: `
    JobDefinitionArn JobDefinitionName CreationTime DataQualityBaselineConfig
    DataQualityAppSpecification DataQualityJobInput DataQualityJobOutputConfig JobResources
    NetworkConfig RoleArn StoppingCondition
  `,
  modelQualityJobDefinitions: `
    JobDefinitionArn JobDefinitionName CreationTime ModelQualityBaselineConfig
    ModelQualityAppSpecification ModelQualityJobInput ModelQualityJobOutputConfig
    JobResources NetworkConfig RoleArn StoppingCondition
  `,
  modelBiasJobDefinitions: `
    JobDefinitionArn JobDefinitionName CreationTime ModelBiasBaselineConfig
    ModelBiasAppSpecification ModelBiasJobInput ModelBiasJobOutputConfig JobResources
    NetworkConfig RoleArn StoppingCondition
  `,
  modelExplainabilityJobDefinitions: `
    JobDefinitionArn JobDefinitionName CreationTime ModelExplainabilityBaselineConfig
    ModelExplainabilityAppSpecification ModelExplainabilityJobInput
    ModelExplainabilityJobOutputConfig JobResources NetworkConfig RoleArn StoppingCondition
  `,
} as const;

export type Section = keyof typeof describeMembers;
