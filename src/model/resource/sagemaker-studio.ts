import type { FieldSpec, Tags } from './field.ts';

export interface StudioDomain {
  readonly status: string;
  readonly createdAt: string;
  /** `SSO` or `IAM`. */
  readonly authMode: string;
  /** Set when an IAM Identity Center application stands behind the domain. */
  readonly identityCenterApplication: string;
  /** `VpcOnly` or `PublicInternetOnly`. */
  readonly networkAccess: string;
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly volumeKey: string;
  /** Default execution role of its user profiles. */
  readonly executionRole: string;
  /** Execution role of its shared spaces. */
  readonly spaceExecutionRole: string;
  /** `USER_PROFILE_NAME` or `DISABLED`. */
  readonly executionRoleIdentity: string;
  /** `ENABLED` or `DISABLED`. */
  readonly dockerAccess: string;
  readonly sharing: {
    readonly output: string | null;
    readonly uri: string | null;
    readonly key: string | null;
  };
  readonly tags: Tags;
}

export const studioDomainFields: FieldSpec<StudioDomain> = {
  status: 'volatile',
  createdAt: 'stable',
  authMode: 'stable',
  identityCenterApplication: 'stable',
  networkAccess: 'stable',
  vpc: 'stable',
  subnets: 'stable',
  securityGroups: 'stable',
  volumeKey: 'stable',
  executionRole: 'stable',
  spaceExecutionRole: 'stable',
  executionRoleIdentity: 'stable',
  dockerAccess: 'stable',
  sharing: 'stable',
  tags: 'stable',
};

export interface UserProfile {
  readonly status: string;
  readonly createdAt: string;
  /** Domain id. */
  readonly domain: string;
  readonly singleSignOnUser: string;
  readonly executionRole: string;
  readonly securityGroups: readonly string[];
  readonly tags: Tags;
}

export const userProfileFields: FieldSpec<UserProfile> = {
  status: 'volatile',
  createdAt: 'stable',
  domain: 'stable',
  singleSignOnUser: 'stable',
  executionRole: 'stable',
  securityGroups: 'stable',
  tags: 'stable',
};

export interface StudioSpace {
  readonly status: string;
  readonly createdAt: string;
  /** Domain id. */
  readonly domain: string;
  /** Owner's user profile name. */
  readonly owner: string;
  /** `Private` or `Shared`. */
  readonly sharing: string;
  /** `ENABLED` or `DISABLED`. */
  readonly remoteAccess: string;
  readonly tags: Tags;
}

export const studioSpaceFields: FieldSpec<StudioSpace> = {
  status: 'volatile',
  createdAt: 'stable',
  domain: 'stable',
  owner: 'stable',
  sharing: 'stable',
  remoteAccess: 'stable',
  tags: 'stable',
};
