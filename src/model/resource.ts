import * as ecr from './resource/ecr.ts';
import * as iam from './resource/iam.ts';
import * as kms from './resource/kms.ts';
import * as job from './resource/sagemaker-job.ts';
import * as notebook from './resource/sagemaker-notebook.ts';
import * as organizations from './resource/organizations.ts';
import * as registry from './resource/sagemaker-registry.ts';
import * as serving from './resource/sagemaker-serving.ts';
import * as studio from './resource/sagemaker-studio.ts';
import * as s3 from './resource/s3.ts';
import type { FieldSpec } from './resource/field.ts';
import type { Observed } from './observed.ts';

/** Every resource kind and the fields it has when they could be read. */
export interface Kinds {
  'iam.account': iam.IamAccount;
  'iam.user': iam.IamUser;
  'iam.group': iam.IamGroup;
  'iam.role': iam.IamRole;
  'iam.policy': iam.IamPolicy;
  'iam.oidc-provider': iam.IamOidcProvider;
  'iam.saml-provider': iam.IamSamlProvider;
  's3.account': s3.S3Account;
  's3.bucket': s3.S3Bucket;
  's3.access-point': s3.S3AccessPoint;
  'kms.key': kms.KmsKey;
  'ecr.registry': ecr.EcrRegistry;
  'ecr.repository': ecr.EcrRepository;
  'organizations.account': organizations.OrganizationsAccount;
  'sagemaker.notebook-instance': notebook.NotebookInstance;
  'sagemaker.notebook-lifecycle-config': notebook.NotebookLifecycleConfig;
  'sagemaker.studio-lifecycle-config': notebook.StudioLifecycleConfig;
  'sagemaker.training-job': job.TrainingJob;
  'sagemaker.processing-job': job.ProcessingJob;
  'sagemaker.transform-job': job.TransformJob;
  'sagemaker.tuning-job': job.TuningJob;
  'sagemaker.automl-job': job.AutoMlJob;
  'sagemaker.model': serving.SageMakerModel;
  'sagemaker.endpoint-config': serving.EndpointConfig;
  'sagemaker.endpoint': serving.Endpoint;
  'sagemaker.monitoring-schedule': serving.MonitoringSchedule;
  'sagemaker.domain': studio.StudioDomain;
  'sagemaker.user-profile': studio.UserProfile;
  'sagemaker.space': studio.StudioSpace;
  'sagemaker.model-package-group': registry.ModelPackageGroup;
  'sagemaker.model-package': registry.ModelPackage;
  'sagemaker.pipeline': registry.Pipeline;
  'sagemaker.feature-group': registry.FeatureGroup;
}

export type Kind = keyof Kinds;

export type FieldName<K extends Kind> = keyof Kinds[K] & string;

/** Names and stability of every field of every kind. */
export const kindFields: { readonly [K in Kind]: FieldSpec<Kinds[K]> } = {
  'iam.account': iam.iamAccountFields,
  'iam.user': iam.iamUserFields,
  'iam.group': iam.iamGroupFields,
  'iam.role': iam.iamRoleFields,
  'iam.policy': iam.iamPolicyFields,
  'iam.oidc-provider': iam.iamOidcProviderFields,
  'iam.saml-provider': iam.iamSamlProviderFields,
  's3.account': s3.s3AccountFields,
  's3.bucket': s3.s3BucketFields,
  's3.access-point': s3.s3AccessPointFields,
  'kms.key': kms.kmsKeyFields,
  'ecr.registry': ecr.ecrRegistryFields,
  'ecr.repository': ecr.ecrRepositoryFields,
  'organizations.account': organizations.organizationsAccountFields,
  'sagemaker.notebook-instance': notebook.notebookInstanceFields,
  'sagemaker.notebook-lifecycle-config': notebook.notebookLifecycleConfigFields,
  'sagemaker.studio-lifecycle-config': notebook.studioLifecycleConfigFields,
  'sagemaker.training-job': job.trainingJobFields,
  'sagemaker.processing-job': job.processingJobFields,
  'sagemaker.transform-job': job.transformJobFields,
  'sagemaker.tuning-job': job.tuningJobFields,
  'sagemaker.automl-job': job.autoMlJobFields,
  'sagemaker.model': serving.sageMakerModelFields,
  'sagemaker.endpoint-config': serving.endpointConfigFields,
  'sagemaker.endpoint': serving.endpointFields,
  'sagemaker.monitoring-schedule': serving.monitoringScheduleFields,
  'sagemaker.domain': studio.studioDomainFields,
  'sagemaker.user-profile': studio.userProfileFields,
  'sagemaker.space': studio.studioSpaceFields,
  'sagemaker.model-package-group': registry.modelPackageGroupFields,
  'sagemaker.model-package': registry.modelPackageFields,
  'sagemaker.pipeline': registry.pipelineFields,
  'sagemaker.feature-group': registry.featureGroupFields,
};

/** Every kind, in the order in which collectors and reports list them. */
export const kinds = Object.keys(kindFields) as readonly Kind[];

export function isKind(text: string): text is Kind {
  return Object.hasOwn(kindFields, text);
}

/** What identifies a resource; known from the list call alone. */
export interface Identity<K extends Kind = Kind> {
  readonly kind: K;
  /** ARN. */
  readonly id: string;
  readonly name: string;
  /** Twelve digits. */
  readonly account: string;
  /** Region name, or `global`. */
  readonly region: string;
}

/** The fields of a kind, each with the state it was observed in. */
export type Fields<K extends Kind> = { readonly [N in FieldName<K>]: Observed<Kinds[K][N]> };

export type Resource<K extends Kind = Kind> = { [Q in K]: Identity<Q> & Fields<Q> }[K];

/** Every field of a kind in the same state, e.g. when its describe call was denied. */
export function everyField<K extends Kind>(kind: K, state: Observed<never>): Fields<K> {
  return Object.fromEntries(
    Object.keys(kindFields[kind]).map((name) => [name, state]),
  ) as Fields<K>;
}

/** The resources of one kind. The cast is sound: `kind` tells the union's members apart. */
export function ofKind<K extends Kind>(
  resources: readonly Resource[],
  kind: K,
): readonly Resource<K>[] {
  return resources.filter((one) => one.kind === kind) as unknown as readonly Resource<K>[];
}
