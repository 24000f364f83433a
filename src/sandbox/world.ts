import type { JsonObject } from '../model/json.ts';

/**
 * The state the sandbox serves: one or several accounts. Members carry AWS's own names and shapes
 * wherever a reply carries them, so that responders copy and page instead of translating.
 */
export interface World {
  /** By account id; the first is the one whose credentials the caller holds. */
  readonly accounts: ReadonlyMap<string, SandboxAccount>;
  /** The date that ages and job windows are measured from; also the `Date` of replies. */
  readonly now: Date;
}

export interface SandboxAccount {
  readonly id: string;
  readonly partition: string;
  /** Enabled regions. */
  readonly regions: readonly string[];
  readonly iam: SandboxIam;
  readonly s3: SandboxS3;
  /** By region. */
  readonly kms: ReadonlyMap<string, readonly SandboxKey[]>;
  readonly sagemaker: ReadonlyMap<string, SandboxSageMaker>;
}

export interface SandboxIam {
  readonly aliases: readonly string[];
  /** Members of GetAccountPasswordPolicy; null: none is set. */
  readonly passwordPolicy: JsonObject | null;
  /** Rows of the credential report by its column names, `<root_account>` included. */
  readonly credentialReport: readonly { readonly [column: string]: string }[];
  /** Details as in GetAccountAuthorizationDetails; policy documents as JSON objects. */
  readonly users: readonly JsonObject[];
  readonly groups: readonly JsonObject[];
  readonly roles: readonly JsonObject[];
  readonly policies: readonly JsonObject[];
  /** Replies of GetOpenIDConnectProvider and GetSAMLProvider, with their `Arn`. */
  readonly oidcProviders: readonly JsonObject[];
  readonly samlProviders: readonly JsonObject[];
}

export interface SandboxS3 {
  readonly publicAccessBlock: JsonObject | null;
  readonly buckets: readonly SandboxBucket[];
  readonly accessPoints: readonly SandboxAccessPoint[];
}

/** Absent members are settings that the bucket does not have. */
export interface SandboxBucket {
  readonly name: string;
  readonly region: string;
  readonly createdAt: string;
  readonly tags: { readonly [key: string]: string };
  readonly policy?: JsonObject;
  /** Replies of the calls, as JSON. */
  readonly settings: { readonly [operation: string]: JsonObject };
}

export interface SandboxAccessPoint {
  readonly name: string;
  readonly region: string;
  /** Reply of GetAccessPoint. */
  readonly detail: JsonObject;
  readonly policy?: JsonObject;
}

export interface SandboxKey {
  /** KeyMetadata of DescribeKey. */
  readonly metadata: JsonObject;
  readonly policy: JsonObject;
  readonly grants: readonly JsonObject[];
  /** Reply of GetKeyRotationStatus; null where KMS answers UnsupportedOperationException. */
  readonly rotation: JsonObject | null;
  readonly aliases: readonly string[];
  readonly tags: { readonly [key: string]: string };
}

/** One list per SageMaker type; each object is its Describe reply (AWS member names). */
export interface SandboxSageMaker {
  readonly objects: { readonly [T in SageMakerType]?: readonly SandboxObject[] };
}

export interface SandboxObject {
  readonly arn: string;
  readonly name: string;
  /** The whole Describe reply. */
  readonly detail: JsonObject;
  readonly tags: { readonly [key: string]: string };
  /** Resource policy document (model package groups). */
  readonly policy?: JsonObject;
}

export type SageMakerType =
  | 'NotebookInstance'
  | 'NotebookInstanceLifecycleConfig'
  | 'StudioLifecycleConfig'
  | 'TrainingJob'
  | 'ProcessingJob'
  | 'TransformJob'
  | 'HyperParameterTuningJob'
  | 'AutoMLJob'
  | 'Model'
  | 'EndpointConfig'
  | 'Endpoint'
  | 'Domain'
  | 'UserProfile'
  | 'Space'
  | 'ModelPackageGroup'
  | 'ModelPackage'
  | 'Pipeline'
  | 'FeatureGroup'
  | 'MonitoringSchedule'
  | 'DataQualityJobDefinition'
  | 'ModelQualityJobDefinition'
  | 'ModelBiasJobDefinition'
  | 'ModelExplainabilityJobDefinition';
