import type { JsonObject } from '../model/json.ts';

/**
 * The state the sandbox serves: one or several accounts. Members carry AWS's own names and shapes
 * wherever a reply carries them, so that responders copy and page instead of translating. So dates
 * are as each protocol writes them: epoch seconds in KMS and SageMaker objects (JSON 1.1), ISO-8601
 * text in IAM and S3 (XML).
 */
export interface World {
  /** By account id; the first is the one whose credentials the caller holds. */
  readonly accounts: ReadonlyMap<string, SandboxAccount>;
  /** The date that ages and job windows are measured from. */
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
  /** By region; a region that is not here has a registry without repositories. */
  readonly ecr: ReadonlyMap<string, SandboxRegistry>;
  /** Null: the account is in no organisation. */
  readonly organization: SandboxOrganization | null;
  readonly sagemaker: ReadonlyMap<string, SandboxSageMaker>;
}

/** The organisation as far as the account's way up to the root. */
export interface SandboxOrganization {
  /** Member `Organization` of DescribeOrganization. */
  readonly detail: JsonObject;
  /** Status of the policy types that are on, e.g. `ENABLED`. */
  readonly policyTypes: { readonly [T in SandboxPolicyType]?: string };
  /** Root first, the account last. */
  readonly levels: readonly SandboxLevel[];
}

export interface SandboxLevel {
  readonly id: string;
  /** Policies attached here, by type. */
  readonly policies: { readonly [T in SandboxPolicyType]: readonly SandboxOrganizationPolicy[] };
}

export type SandboxPolicyType = 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';

export interface SandboxOrganizationPolicy {
  readonly id: string;
  readonly name: string;
  readonly document: JsonObject;
}

export interface SandboxIam {
  readonly aliases: readonly string[];
  /** Members of GetAccountPasswordPolicy; null: none is set. */
  readonly passwordPolicy: JsonObject | null;
  /** Rows of the credential report by its column names, `<root_account>` included. */
  readonly credentialReport: readonly { readonly [column: string]: string }[];
  /**
   * Details as in GetAccountAuthorizationDetails; policy documents as JSON objects. `policies` holds
   * AWS-managed ones too (account `aws` in the ARN).
   */
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
  /**
   * Replies of the calls by operation name without service, with the SDK's member names, e.g.
   * `GetBucketVersioning: { Status: 'Enabled' }`. `GetBucketPolicyStatus` is there iff `policy` is.
   */
  readonly settings: { readonly [operation: string]: JsonObject };
}

export interface SandboxAccessPoint {
  readonly name: string;
  readonly region: string;
  /** Reply of GetAccessPoint. */
  readonly detail: JsonObject;
  readonly policy?: JsonObject;
  /** Reply of GetAccessPointPolicyStatus; there iff `policy` is. */
  readonly policyStatus?: JsonObject;
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

export interface SandboxRegistry {
  readonly repositories: readonly SandboxRepository[];
  readonly policy?: JsonObject;
}

export interface SandboxRepository {
  /** The item of DescribeRepositories. */
  readonly detail: JsonObject;
  readonly tags: { readonly [key: string]: string };
  readonly policy?: JsonObject;
}

/** One list per SageMaker type; each object is its Describe reply (AWS member names). */
export interface SandboxSageMaker {
  readonly objects: { readonly [T in SageMakerType]?: readonly SandboxObject[] };
}

export interface SandboxObject {
  readonly arn: string;
  /**
   * The name, but: `group/version` of a versioned model package, `domain-id/name` of user profiles
   * and spaces, the id of a domain.
   */
  readonly name: string;
  /** The whole Describe reply; of AutoML jobs that of DescribeAutoMLJobV2. */
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
