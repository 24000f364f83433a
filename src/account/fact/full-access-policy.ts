import { parseArn } from '../../model/arn.ts';

/**
 * AWS managed policies with a statement that allows all of a service (or everything) on every
 * resource, although their name does not say FullAccess. Read from their documents; those of
 * services that no job has to do with are left out.
 */
const alsoFull: ReadonlySet<string> = new Set([
  ...['AdministratorAccess', 'PowerUserAccess', 'AIDevOpsAgentActionsPolicy'],
  ...['DataScientist', 'DatabaseAdministrator', 'SystemAdministrator'],
  'AWSKeyManagementServicePowerUser',
  'SecretsManagerReadWrite',
  ...['SageMakerStudioAdminIAMDefaultExecutionPolicy', 'AWSDeepRacerServiceRolePolicy'],
  'SageMakerStudioAdminIAMPermissiveExecutionPolicy',
  'SageMakerStudioUserIAMDefaultExecutionPolicy',
  'SageMakerStudioUserIAMPermissiveExecutionPolicy',
  ...['AWSGlueServiceRole', 'AWSLakeFormationDataAdmin', 'AmazonElasticMapReduceforEC2Role'],
  ...['AmazonEC2RoleforDataPipelineRole', 'AmazonSSMAutomationRole', 'AWSCodeBuildAdminAccess'],
  ...['AWSCodeStarServiceRole', 'AWSDeepRacerCloudFormationAccessPolicy'],
]);

/**
 * True iff the ARN is that of an AWS managed policy that grants one or all services in full. The
 * account part tells it from a customer's policy of the same name.
 */
export function isFullAccessPolicy(policyArn: string): boolean {
  const arn = parseArn(policyArn);
  if (arn?.service !== 'iam' || arn.account !== 'aws') return false;
  const name = arn.resource.slice(arn.resource.lastIndexOf('/') + 1);
  // Further versions have suffixes of many forms: V2, _v2, Policy_v2, withDataPipeline.
  return alsoFull.has(name) || name.includes('FullAccess');
}
