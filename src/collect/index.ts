import type { Collector } from './collector.ts';
import { ecrRegistryCollector } from './ecr/registry.ts';
import { ecrRepositoryCollector } from './ecr/repository.ts';
import { iamAccountCollector } from './iam/account.ts';
import { iamAuthorizationCollector } from './iam/authorization.ts';
import { iamOidcProviderCollector } from './iam/oidc-provider.ts';
import { iamSamlProviderCollector } from './iam/saml-provider.ts';
import { kmsKeyCollector } from './kms/key.ts';
import { organizationsAccountCollector } from './organizations/account.ts';
import { s3AccessPointCollector } from './s3/access-point.ts';
import { s3AccountCollector } from './s3/account.ts';
import { s3BucketCollector } from './s3/bucket.ts';
import { autoMlJobCollector } from './sagemaker/automl-job.ts';
import { domainCollector } from './sagemaker/domain.ts';
import { endpointConfigCollector } from './sagemaker/endpoint-config.ts';
import { endpointCollector } from './sagemaker/endpoint.ts';
import { featureGroupCollector } from './sagemaker/feature-group.ts';
import { modelPackageGroupCollector } from './sagemaker/model-package-group.ts';
import { modelPackageCollector } from './sagemaker/model-package.ts';
import { modelCollector } from './sagemaker/model.ts';
import { monitoringScheduleCollector } from './sagemaker/monitoring-schedule.ts';
import { notebookInstanceCollector } from './sagemaker/notebook-instance.ts';
import { notebookLifecycleConfigCollector } from './sagemaker/notebook-lifecycle-config.ts';
import { pipelineCollector } from './sagemaker/pipeline.ts';
import { processingJobCollector } from './sagemaker/processing-job.ts';
import { spaceCollector } from './sagemaker/space.ts';
import { studioLifecycleConfigCollector } from './sagemaker/studio-lifecycle-config.ts';
import { trainingJobCollector } from './sagemaker/training-job.ts';
import { transformJobCollector } from './sagemaker/transform-job.ts';
import { tuningJobCollector } from './sagemaker/tuning-job.ts';
import { userProfileCollector } from './sagemaker/user-profile.ts';

/** Every collector; together they cover every kind (a test holds it). */
export const collectors: readonly Collector[] = [
  iamAccountCollector,
  iamAuthorizationCollector,
  iamOidcProviderCollector,
  iamSamlProviderCollector,
  kmsKeyCollector,
  ecrRegistryCollector,
  ecrRepositoryCollector,
  organizationsAccountCollector,
  s3AccessPointCollector,
  s3AccountCollector,
  s3BucketCollector,
  autoMlJobCollector,
  domainCollector,
  endpointConfigCollector,
  endpointCollector,
  featureGroupCollector,
  modelPackageGroupCollector,
  modelPackageCollector,
  modelCollector,
  monitoringScheduleCollector,
  notebookInstanceCollector,
  notebookLifecycleConfigCollector,
  pipelineCollector,
  processingJobCollector,
  spaceCollector,
  studioLifecycleConfigCollector,
  trainingJobCollector,
  transformJobCollector,
  tuningJobCollector,
  userProfileCollector,
];
