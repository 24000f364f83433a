/**
 * Members of the structures that the security of an object hangs on, by the name of the member that
 * holds them; `[]` marks lists. Where one name stands for several structures the members of all are
 * listed. Other structures are taken as they are.
 */
export const structureMembers: { readonly [name: string]: string } = {
  VpcConfig: 'SecurityGroupIds Subnets',
  NetworkConfig: 'EnableInterContainerTrafficEncryption EnableNetworkIsolation VpcConfig',
  ResourceConfig: `
    InstanceType InstanceCount VolumeSizeInGB VolumeKmsKeyId KeepAlivePeriodInSeconds
    InstanceGroups TrainingPlanArn InstancePlacementConfig InstancePreferences
    SelectedInstanceType SelectedInstanceCount
  `,
  'InstanceGroups[]': 'InstanceType InstanceCount InstanceGroupName',
  OutputDataConfig: 'KmsKeyId S3OutputPath CompressionType',
  'InputDataConfig[]': `
    ChannelName DataSource ContentType CompressionType RecordWrapperType InputMode ShuffleConfig
  `,
  'AutoMLJobInputDataConfig[]': 'ChannelType ContentType CompressionType DataSource',
  DataSource: 'S3DataSource FileSystemDataSource DatasetSource',
  S3DataSource: `
    S3DataType S3Uri S3DataDistributionType AttributeNames InstanceGroupNames ModelAccessConfig
    HubAccessConfig CompressionType ManifestS3Uri ETag ManifestEtag
  `,
  AlgorithmSpecification: `
    TrainingImage AlgorithmName TrainingInputMode MetricDefinitions
    EnableSageMakerMetricsTimeSeries ContainerEntrypoint ContainerArguments TrainingImageConfig
  `,
  StoppingCondition: 'MaxRuntimeInSeconds MaxWaitTimeInSeconds MaxPendingTimeInSeconds',
  CheckpointConfig: 'S3Uri LocalPath',
  ModelArtifacts: 'S3ModelArtifacts',
  RemoteDebugConfig: 'EnableRemoteDebug',
  ProfilerConfig: `
    S3OutputPath ProfilingIntervalInMilliseconds ProfilingParameters DisableProfiler
  `,
  'ProcessingInputs[]': 'InputName AppManaged S3Input DatasetDefinition',
  S3Input: 'S3Uri LocalPath S3DataType S3InputMode S3DataDistributionType S3CompressionType',
  ProcessingOutputConfig: 'Outputs KmsKeyId',
  'Outputs[]': 'OutputName S3Output FeatureStoreOutput AppManaged',
  S3Output: 'S3Uri LocalPath S3UploadMode',
  ProcessingResources: 'ClusterConfig',
  ClusterConfig: `
    InstanceCount InstanceType VolumeSizeInGB VolumeKmsKeyId InstancePreferences
    SelectedInstanceType SelectedInstanceCount
  `,
  AppSpecification: 'ImageUri ContainerEntrypoint ContainerArguments',
  TransformInput: 'DataSource ContentType CompressionType SplitType',
  TransformOutput: 'S3OutputPath Accept AssembleWith KmsKeyId',
  TransformResources: 'InstanceType InstanceCount VolumeKmsKeyId TransformAmiVersion',
  DataCaptureConfig: `
    DestinationS3Uri KmsKeyId GenerateInferenceId EnableCapture InitialSamplingPercentage
    CaptureOptions CaptureContentTypeHeader CaptureStatus CurrentSamplingPercentage
  `,
  HyperParameterTuningResourceConfig: `
    InstanceType InstanceCount VolumeSizeInGB VolumeKmsKeyId AllocationStrategy InstanceConfigs
  `,
  'InstanceConfigs[]': 'InstanceType InstanceCount VolumeSizeInGB',
  TrainingJobDefinition: `
    DefinitionName TuningObjective HyperParameterRanges StaticHyperParameters
    AlgorithmSpecification RoleArn InputDataConfig VpcConfig OutputDataConfig ResourceConfig
    HyperParameterTuningResourceConfig StoppingCondition EnableNetworkIsolation
    EnableInterContainerTrafficEncryption EnableManagedSpotTraining CheckpointConfig
    RetryStrategy Environment
  `,
  'TrainingJobDefinitions[]': `
    DefinitionName TuningObjective HyperParameterRanges StaticHyperParameters
    AlgorithmSpecification RoleArn InputDataConfig VpcConfig OutputDataConfig ResourceConfig
    HyperParameterTuningResourceConfig StoppingCondition EnableNetworkIsolation
    EnableInterContainerTrafficEncryption EnableManagedSpotTraining CheckpointConfig
    RetryStrategy Environment
  `,
  SecurityConfig: 'VolumeKmsKeyId EnableInterContainerTrafficEncryption VpcConfig KmsKeyId',
  PrimaryContainer: `
    ContainerHostname Image ImageConfig Mode ModelDataUrl ModelDataSource
    AdditionalModelDataSources Environment ModelPackageName InferenceSpecificationName
    MultiModelConfig ContainerMetricsConfig
  `,
  'Containers[]': `
    ContainerHostname Image ImageConfig Mode ModelDataUrl ModelDataSource
    AdditionalModelDataSources Environment ModelPackageName InferenceSpecificationName
    MultiModelConfig ContainerMetricsConfig ImageDigest ProductId ModelInput Framework
    FrameworkVersion NearestModelName AdditionalS3DataSource ModelDataETag IsCheckpoint
    BaseModel
  `,
  ModelDataSource: 'S3DataSource',
  ImageConfig: 'RepositoryAccessMode RepositoryAuthConfig',
  RepositoryAuthConfig: 'RepositoryCredentialsProviderArn',
  InferenceExecutionConfig: 'Mode',
  'ProductionVariants[]': `
    VariantName ModelName InitialInstanceCount InstanceType InstancePools
    VariantInstanceProvisionTimeoutInSeconds InitialVariantWeight AcceleratorType CoreDumpConfig
    ServerlessConfig VolumeSizeInGB ModelDataDownloadTimeoutInSeconds
    ContainerStartupHealthCheckTimeoutInSeconds EnableSSMAccess ManagedInstanceScaling
    RoutingConfig InferenceAmiVersion CapacityReservationConfig AcceleratorPartitionLayouts
    DeployedImages CurrentWeight DesiredWeight CurrentInstanceCount DesiredInstanceCount
    VariantStatus CurrentServerlessConfig DesiredServerlessConfig
  `,
  'ShadowProductionVariants[]': `
    VariantName ModelName InitialInstanceCount InstanceType InstancePools
    VariantInstanceProvisionTimeoutInSeconds InitialVariantWeight AcceleratorType CoreDumpConfig
    ServerlessConfig VolumeSizeInGB ModelDataDownloadTimeoutInSeconds
    ContainerStartupHealthCheckTimeoutInSeconds EnableSSMAccess ManagedInstanceScaling
    RoutingConfig InferenceAmiVersion CapacityReservationConfig AcceleratorPartitionLayouts
    DeployedImages CurrentWeight DesiredWeight CurrentInstanceCount DesiredInstanceCount
    VariantStatus CurrentServerlessConfig DesiredServerlessConfig
  `,
  ServerlessConfig: 'MemorySizeInMB MaxConcurrency ProvisionedConcurrency',
  AsyncInferenceConfig: 'ClientConfig OutputConfig',
  OutputConfig: 'KmsKeyId S3OutputPath NotificationConfig S3FailurePath',
  InstanceMetadataServiceConfiguration: 'MinimumInstanceMetadataServiceVersion',
  'OnCreate[]': 'Content',
  'OnStart[]': 'Content',
  DefaultUserSettings: `
    ExecutionRole SecurityGroups SharingSettings JupyterServerAppSettings
    KernelGatewayAppSettings TensorBoardAppSettings RStudioServerProAppSettings
    RSessionAppSettings CanvasAppSettings CodeEditorAppSettings JupyterLabAppSettings
    SpaceStorageSettings DefaultLandingUri StudioWebPortal CustomPosixUserConfig
    CustomFileSystemConfigs StudioWebPortalSettings AutoMountHomeEFS
  `,
  UserSettings: `
    ExecutionRole SecurityGroups SharingSettings JupyterServerAppSettings
    KernelGatewayAppSettings TensorBoardAppSettings RStudioServerProAppSettings
    RSessionAppSettings CanvasAppSettings CodeEditorAppSettings JupyterLabAppSettings
    SpaceStorageSettings DefaultLandingUri StudioWebPortal CustomPosixUserConfig
    CustomFileSystemConfigs StudioWebPortalSettings AutoMountHomeEFS
  `,
  DefaultSpaceSettings: `
    ExecutionRole SecurityGroups JupyterServerAppSettings KernelGatewayAppSettings
    JupyterLabAppSettings SpaceStorageSettings CustomPosixUserConfig CustomFileSystemConfigs
  `,
  DomainSettings: `
    SecurityGroupIds RStudioServerProDomainSettings ExecutionRoleIdentityConfig
    TrustedIdentityPropagationSettings DockerSettings AmazonQSettings UnifiedStudioSettings
    IpAddressType
  `,
  SharingSettings: 'NotebookOutputOption S3OutputPath S3KmsKeyId',
  DockerSettings: 'EnableDockerAccess VpcOnlyTrustedAccounts RootlessDocker',
  OwnershipSettings: 'OwnerUserProfileName',
  SpaceSharingSettings: 'SharingType',
  SpaceSettings: `
    JupyterServerAppSettings KernelGatewayAppSettings CodeEditorAppSettings
    JupyterLabAppSettings AppType SpaceStorageSettings SpaceManagedResources CustomFileSystems
    RemoteAccess
  `,
  CreatedBy: 'UserProfileArn UserProfileName DomainId IamIdentity',
  LastModifiedBy: 'UserProfileArn UserProfileName DomainId IamIdentity',
  IamIdentity: 'Arn PrincipalId SourceIdentity',
  InferenceSpecification: `
    Containers SupportedTransformInstanceTypes SupportedRealtimeInferenceInstanceTypes
    SupportedContentTypes SupportedResponseMIMETypes
  `,
  ModelMetrics: 'ModelQuality ModelDataQuality Bias Explainability',
  ModelQuality: 'Statistics Constraints',
  Statistics: 'ContentType ContentDigest S3Uri',
  OnlineStoreConfig: 'SecurityConfig EnableOnlineStore TtlDuration StorageType',
  OfflineStoreConfig: 'S3StorageConfig DisableGlueTableCreation DataCatalogConfig TableFormat',
  S3StorageConfig: 'S3Uri KmsKeyId ResolvedOutputS3Uri',
  'FeatureDefinitions[]': 'FeatureName FeatureType CollectionType CollectionConfig',
  MonitoringScheduleConfig: `
    ScheduleConfig MonitoringJobDefinition MonitoringJobDefinitionName MonitoringType
  `,
  ScheduleConfig: 'ScheduleExpression DataAnalysisStartTime DataAnalysisEndTime',
  MonitoringJobDefinition: `
    BaselineConfig MonitoringInputs MonitoringOutputConfig MonitoringResources
    MonitoringAppSpecification StoppingCondition Environment NetworkConfig RoleArn
  `,
  'MonitoringInputs[]': 'EndpointInput BatchTransformInput',
  EndpointInput: `
    EndpointName LocalPath S3InputMode S3DataDistributionType FeaturesAttribute
    InferenceAttribute ProbabilityAttribute ProbabilityThresholdAttribute StartTimeOffset
    EndTimeOffset ExcludeFeaturesAttribute
  `,
  MonitoringOutputConfig: 'MonitoringOutputs KmsKeyId',
  'MonitoringOutputs[]': 'S3Output',
  MonitoringResources: 'ClusterConfig',
  MonitoringAppSpecification: `
    ImageUri ContainerEntrypoint ContainerArguments RecordPreprocessorSourceUri
    PostAnalyticsProcessorSourceUri
  `,
  DataQualityJobInput: 'EndpointInput BatchTransformInput',
  ModelQualityJobInput: 'EndpointInput BatchTransformInput GroundTruthS3Input',
  ModelBiasJobInput: 'EndpointInput BatchTransformInput GroundTruthS3Input',
  ModelExplainabilityJobInput: 'EndpointInput BatchTransformInput',
  DataQualityJobOutputConfig: 'MonitoringOutputs KmsKeyId',
  ModelQualityJobOutputConfig: 'MonitoringOutputs KmsKeyId',
  ModelBiasJobOutputConfig: 'MonitoringOutputs KmsKeyId',
  ModelExplainabilityJobOutputConfig: 'MonitoringOutputs KmsKeyId',
  JobResources: 'ClusterConfig',
  DataQualityAppSpecification: `
    ImageUri ContainerEntrypoint ContainerArguments RecordPreprocessorSourceUri
    PostAnalyticsProcessorSourceUri Environment
  `,
  ModelQualityAppSpecification: `
    ImageUri ContainerEntrypoint ContainerArguments RecordPreprocessorSourceUri
    PostAnalyticsProcessorSourceUri ProblemType Environment
  `,
  ModelBiasAppSpecification: 'ImageUri ConfigUri Environment',
  ModelExplainabilityAppSpecification: 'ImageUri ConfigUri Environment',
};
