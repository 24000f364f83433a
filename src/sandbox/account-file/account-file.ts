import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { SandboxOrganization } from '../world.ts';

/** A map in the file; an entry with nothing behind its colon is null. */
export type Named<T> = { readonly [name: string]: T | null };

type Names = readonly string[];

/** Several accounts, or one. */
export type WorldFile = { readonly accounts: readonly AccountFile[] } | AccountFile;

/** What a person writes about one account; everything but the id has a default. */
export interface AccountFile {
  readonly id: string;
  readonly alias?: string;
  readonly partition?: string;
  readonly regions?: Names;
  readonly organization?: OrganizationFile | null;
  readonly iam?: IamFile | null;
  readonly s3?: S3File | null;
  /** By region, by name. */
  readonly kms?: Named<Named<KeyFile>> | null;
  /** By region. */
  readonly ecr?: Named<RegistryFile> | null;
  /** By region, by section (`trainingJobs`), by name: the Describe reply and `tags`. */
  readonly sagemaker?: Named<Named<Named<SageMakerFile>>> | null;
}

export interface OrganizationFile {
  readonly id: string;
  readonly managementAccount?: string;
  /** Status by type; both are `ENABLED` unless given. */
  readonly policyTypes?: SandboxOrganization['policyTypes'];
  /** Root first. */
  readonly levels?: readonly LevelFile[];
}

export interface LevelFile {
  readonly id: string;
  readonly scp?: Named<PolicyFile> | null;
  readonly rcp?: Named<PolicyFile> | null;
}

export interface IamFile {
  readonly passwordPolicy?: JsonObject;
  readonly root?: CredentialsFile;
  readonly users?: Named<UserFile> | null;
  readonly groups?: Named<EntityFile> | null;
  readonly roles?: Named<RoleFile> | null;
  readonly policies?: Named<ManagedPolicyFile> | null;
  readonly oidcProviders?: Named<OidcProviderFile> | null;
  readonly samlProviders?: Named<SamlProviderFile> | null;
}

/** A whole policy document, or its statements alone. */
export type PolicyFile = JsonObject | readonly JsonObject[];

export type TagsFile = { readonly [key: string]: string };

/** What users, groups and roles have in common. */
export interface EntityFile {
  readonly path?: string;
  readonly created?: string;
  readonly tags?: TagsFile;
  /** Names or ARNs of managed policies. */
  readonly policies?: Names;
  readonly inline?: { readonly [name: string]: PolicyFile };
}

export interface CredentialsFile {
  /** Has a password. */
  readonly console?: boolean;
  readonly mfa?: boolean;
  readonly lastUsed?: string;
  readonly accessKeys?: readonly AccessKeyFile[];
}

export interface AccessKeyFile {
  readonly created: string;
  readonly lastUsed?: string;
  readonly active?: boolean;
}

export interface UserFile extends EntityFile, CredentialsFile {
  readonly groups?: Names;
  readonly boundary?: string;
}

export interface RoleFile extends EntityFile {
  readonly trust: TrustFile;
  readonly boundary?: string;
  readonly lastUsed?: string;
  readonly instanceProfiles?: Names;
  readonly description?: string;
}

/** Services; statements; a document; or who is trusted, in words. */
export type TrustFile = string | readonly (string | JsonObject)[] | JsonObject | TrustWords;

export interface TrustWords {
  readonly services?: Names;
  /** Account ids. */
  readonly accounts?: Names;
  /** Roles of the same account, or ARNs. */
  readonly roles?: Names;
  /** Names of OIDC or SAML providers. */
  readonly federated?: Names;
  /** Bound by `StringEquals` on `aws:SourceAccount`. */
  readonly sourceAccount?: string;
  readonly condition?: JsonObject;
}

export interface ManagedPolicyFile {
  readonly path?: string;
  readonly created?: string;
  readonly description?: string;
  readonly document: PolicyFile;
}

interface OidcProviderFile {
  readonly clientIds?: Names;
  readonly thumbprints?: Names;
  readonly created?: string;
  readonly tags?: TagsFile;
}

interface SamlProviderFile {
  readonly metadata?: string;
  readonly validUntil?: string;
  readonly created?: string;
  readonly tags?: TagsFile;
}

export interface S3File {
  readonly public?: PublicFile;
  readonly buckets?: Named<BucketFile> | null;
  readonly accessPoints?: Named<AccessPointFile> | null;
}

/** `blocked`, `open` (four times false), `unset` (never configured), or flag by flag. */
export type PublicFile = 'blocked' | 'open' | 'unset' | { readonly [flag: string]: boolean };

export interface BucketFile {
  readonly region?: string;
  readonly created?: string;
  readonly tags?: TagsFile;
  readonly public?: PublicFile;
  readonly policy?: PolicyFile;
  /** Adds the statement that denies requests without TLS. */
  readonly tlsOnly?: boolean;
  /** `AES256`, `none`, a key, or in full. */
  readonly encryption?:
    string | { readonly algorithm?: string; readonly key?: string; readonly bucketKey?: boolean };
  readonly versioning?: string | { readonly status?: string; readonly mfaDelete?: boolean };
  readonly ownership?: string;
  /** A canned ACL or the grants. */
  readonly acl?: string | readonly JsonObject[];
  /** `bucket/prefix`. */
  readonly logging?: string;
  readonly objectLock?: { readonly mode?: string; readonly days?: number; readonly years?: number };
  readonly acceleration?: string;
  readonly abac?: string;
  /** Replies by operation, as they are. */
  readonly settings?: { readonly [operation: string]: JsonObject };
}

export interface AccessPointFile {
  readonly bucket: string;
  readonly region?: string;
  readonly created?: string;
  readonly vpc?: string;
  readonly public?: PublicFile;
  readonly policy?: PolicyFile;
}

export interface KeyFile {
  readonly id?: string;
  readonly created?: string;
  readonly description?: string;
  readonly aliases?: Names;
  readonly spec?: string;
  readonly usage?: string;
  readonly origin?: string;
  readonly multiRegion?: boolean;
  readonly state?: string;
  readonly deletion?: string;
  readonly rotation?: boolean | number;
  readonly policy?: PolicyFile;
  readonly grants?: readonly GrantFile[];
  readonly tags?: TagsFile;
}

export interface GrantFile {
  /** A role of the same account, or an ARN or service. */
  readonly grantee: string;
  readonly retiring?: string;
  readonly operations: Names;
  readonly constraints?: JsonObject;
  readonly name?: string;
}

export interface RegistryFile {
  readonly policy?: PolicyFile;
  readonly repositories?: Named<RepositoryFile> | null;
}

export interface RepositoryFile {
  readonly created?: string;
  readonly tags?: TagsFile;
  readonly policy?: PolicyFile;
  readonly tagMutability?: string;
  readonly scanOnPush?: boolean;
  /** `AES256`, `KMS`, a key, or in full. */
  readonly encryption?: string | { readonly type?: string; readonly key?: string };
}

export interface SageMakerFile {
  readonly tags?: TagsFile;
  readonly policy?: PolicyFile;
  readonly [member: string]: JsonValue | undefined;
}
