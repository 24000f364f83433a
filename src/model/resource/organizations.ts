import type { FieldSpec } from './field.ts';
import type { NamedPolicy } from '../policy.ts';

/** What the organisation lays on the account; its id is the account's root ARN. */
export interface OrganizationsAccount {
  /** Absent: the account is in no organisation. */
  readonly organization: Organization;
  /** Ids from the root to the account, e.g. `r-ab12`, `ou-ab12-11111111`, `111122223333`. */
  readonly path: readonly string[];
  /** Status by type, e.g. `{ SERVICE_CONTROL_POLICY: 'ENABLED' }`; types that are off are left out. */
  readonly policyTypes: Readonly<Record<string, string>>;
  /** One level for each id of `path`. Absent: the type is off, or there is no organisation. */
  readonly serviceControlPolicies: readonly PolicyLevel[];
  readonly resourceControlPolicies: readonly PolicyLevel[];
}

export const organizationsAccountFields: FieldSpec<OrganizationsAccount> = {
  organization: 'stable',
  path: 'stable',
  policyTypes: 'stable',
  serviceControlPolicies: 'stable',
  resourceControlPolicies: 'stable',
};

export interface Organization {
  /** E.g. `o-exampleorgid`. */
  readonly id: string;
  /** Neither service nor resource control policies bind it. Twelve digits. */
  readonly managementAccount: string;
  /** `ALL` or `CONSOLIDATED_BILLING`: the latter has no policies. */
  readonly featureSet: string;
}

export interface PolicyLevel {
  /** Id of the root, organisational unit or account. */
  readonly target: string;
  readonly policies: readonly NamedPolicy[];
}
