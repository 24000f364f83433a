import type { Statement } from '../../model/policy.ts';
import { touchesAction } from './action-match.ts';

/** What starts or opens compute of SageMaker, or decides by which role and on what it will run. */
export const computeActions: readonly string[] = [
  ...['CreateTrainingJob', 'CreateProcessingJob', 'CreateTransformJob', 'CreateAutoMLJob'],
  ...['CreateAutoMLJobV2', 'CreateHyperParameterTuningJob', 'CreateCompilationJob'],
  ...['CreateLabelingJob', 'CreateOptimizationJob', 'CreateInferenceRecommendationsJob'],
  ...['CreateNotebookInstance', 'UpdateNotebookInstance', 'StartNotebookInstance'],
  ...['CreatePresignedNotebookInstanceUrl', 'CreatePresignedDomainUrl', 'StartSession'],
  ...['CreateDomain', 'UpdateDomain', 'CreateUserProfile', 'UpdateUserProfile'],
  ...['CreateSpace', 'UpdateSpace', 'CreateApp', 'CreateModel', 'CreateEndpointConfig'],
  ...['CreateEndpoint', 'UpdateEndpoint', 'CreateInferenceComponent'],
  ...['CreateInferenceExperiment', 'StartInferenceExperiment', 'CreatePipeline'],
  ...['UpdatePipeline', 'StartPipelineExecution', 'CreateMonitoringSchedule'],
  ...['UpdateMonitoringSchedule', 'StartMonitoringSchedule', 'CreateDataQualityJobDefinition'],
  ...['CreateModelQualityJobDefinition', 'CreateModelBiasJobDefinition'],
  ...['CreateModelExplainabilityJobDefinition', 'CreateFeatureGroup', 'CreateFlowDefinition'],
  ...['CreateCluster', 'UpdateCluster', 'CreateMlflowTrackingServer'],
].map((name) => `sagemaker:${name}`);

/** Whether an Allow grants any of them. */
export function startsCompute({ effect, action }: Statement): boolean {
  return (
    effect === 'Allow' &&
    touchesAction(action, 'sagemaker:*') &&
    computeActions.some((one) => touchesAction(action, one))
  );
}
