import type { FieldSpec, Tags } from './field.ts';
import type { AttachedPolicy, NamedPolicy, PolicyText } from '../policy.ts';

/** Account-wide IAM settings; its id is the account's root ARN. */
export interface IamAccount {
  readonly aliases: readonly string[];
  readonly passwordPolicy: PasswordPolicy;
  readonly rootCredentials: Credentials;
  /** ISO-8601: the age of every credential fact in the snapshot. */
  readonly reportGeneratedAt: string;
}

export const iamAccountFields: FieldSpec<IamAccount> = {
  aliases: 'stable',
  passwordPolicy: 'stable',
  rootCredentials: 'stable',
  reportGeneratedAt: 'volatile',
};

export interface PasswordPolicy {
  readonly minimumLength: number;
  readonly requireSymbols: boolean;
  readonly requireNumbers: boolean;
  readonly requireUppercase: boolean;
  readonly requireLowercase: boolean;
  /** Days; null when passwords do not expire. */
  readonly maxAge: number | null;
  readonly reusePrevention: number | null;
}

/** One row of the credential report, without the dates of use. */
export interface Credentials {
  readonly passwordEnabled: boolean;
  readonly mfaActive: boolean;
  /** Keys 1 and 2 in this order. */
  readonly accessKeys: readonly AccessKey[];
}

export interface AccessKey {
  readonly active: boolean;
  /** ISO-8601; null for a key that was never made. */
  readonly lastRotated: string | null;
}

/** Dates of use from the credential report; null means never. */
export interface CredentialUse {
  readonly passwordLastUsed: string | null;
  /** Keys 1 and 2 in the order of `Credentials.accessKeys`. */
  readonly accessKeysLastUsed: readonly (string | null)[];
}

export interface IamUser {
  readonly path: string;
  readonly uniqueId: string;
  readonly createdAt: string;
  readonly inlinePolicies: readonly NamedPolicy[];
  readonly attachedPolicies: readonly AttachedPolicy[];
  /** Names. */
  readonly groups: readonly string[];
  /** ARN of the managed policy. */
  readonly permissionsBoundary: string;
  readonly tags: Tags;
  readonly credentials: Credentials;
  readonly credentialUse: CredentialUse;
}

export const iamUserFields: FieldSpec<IamUser> = {
  path: 'stable',
  uniqueId: 'stable',
  createdAt: 'stable',
  inlinePolicies: 'stable',
  attachedPolicies: 'stable',
  groups: 'stable',
  permissionsBoundary: 'stable',
  tags: 'stable',
  credentials: 'stable',
  credentialUse: 'volatile',
};

export interface IamGroup {
  readonly path: string;
  readonly uniqueId: string;
  readonly createdAt: string;
  readonly inlinePolicies: readonly NamedPolicy[];
  readonly attachedPolicies: readonly AttachedPolicy[];
}

export const iamGroupFields: FieldSpec<IamGroup> = {
  path: 'stable',
  uniqueId: 'stable',
  createdAt: 'stable',
  inlinePolicies: 'stable',
  attachedPolicies: 'stable',
};

export interface IamRole {
  readonly path: string;
  readonly uniqueId: string;
  readonly createdAt: string;
  readonly trustPolicy: PolicyText;
  readonly inlinePolicies: readonly NamedPolicy[];
  readonly attachedPolicies: readonly AttachedPolicy[];
  /** ARN of the managed policy. */
  readonly permissionsBoundary: string;
  /** ARNs. */
  readonly instanceProfiles: readonly string[];
  readonly tags: Tags;
  readonly lastUsed: { readonly at: string; readonly region: string };
}

export const iamRoleFields: FieldSpec<IamRole> = {
  path: 'stable',
  uniqueId: 'stable',
  createdAt: 'stable',
  trustPolicy: 'stable',
  inlinePolicies: 'stable',
  attachedPolicies: 'stable',
  permissionsBoundary: 'stable',
  instanceProfiles: 'stable',
  tags: 'stable',
  lastUsed: 'volatile',
};

export interface IamPolicy {
  readonly path: string;
  readonly awsManaged: boolean;
  readonly defaultVersion: string;
  readonly document: PolicyText;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const iamPolicyFields: FieldSpec<IamPolicy> = {
  path: 'stable',
  awsManaged: 'stable',
  defaultVersion: 'stable',
  document: 'stable',
  createdAt: 'stable',
  updatedAt: 'stable',
};

export interface IamOidcProvider {
  readonly url: string;
  readonly clientIds: readonly string[];
  readonly thumbprints: readonly string[];
  readonly tags: Tags;
}

export const iamOidcProviderFields: FieldSpec<IamOidcProvider> = {
  url: 'stable',
  clientIds: 'stable',
  thumbprints: 'stable',
  tags: 'stable',
};

export interface IamSamlProvider {
  /** SHA-256 (hex) of the metadata document. */
  readonly metadataSha256: string;
  readonly validUntil: string;
  readonly tags: Tags;
}

export const iamSamlProviderFields: FieldSpec<IamSamlProvider> = {
  metadataSha256: 'stable',
  validUntil: 'stable',
  tags: 'stable',
};
