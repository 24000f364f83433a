import type {
  GetAccountAuthorizationDetailsResponse,
  ManagedPolicyDetail,
} from '@aws-sdk/client-iam';
import type { Observed } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import { listed } from '../reply/reply.ts';
import type { CredentialReport } from './credential-report.ts';
import { listedPolicy } from './managed-policy.ts';
import { groupOf, roleOf, userOf } from './principal.ts';

const call = 'iam:GetAccountAuthorizationDetails';

type Principal = Resource<'iam.user'> | Resource<'iam.group'> | Resource<'iam.role'>;

/** What the lists are read into. */
export interface ListsOptions {
  readonly account: string;
  readonly report: Observed<CredentialReport>;
  readonly write: (resource: Resource) => void;
}

/** The four lists in the course of being read: pages are written and dropped, only ARNs are kept. */
export class AuthorizationLists {
  readonly #options: ListsOptions;
  /** What is written; the list moves while it is read, so one thing may come twice. */
  readonly #written = new Set<string>();
  /** Policies that are attached, bound or listed. */
  readonly #policies = new Set<string>();

  constructor(options: ListsOptions) {
    this.#options = options;
  }

  add(page: GetAccountAuthorizationDetailsResponse): void {
    const { account, report } = this.#options;
    const { users, groups, roles, policies } = listsOf(page);
    for (const user of users) this.#principal(userOf(account, user, report));
    for (const group of groups) this.#principal(groupOf(account, group));
    for (const role of roles) this.#principal(roleOf(account, role));
    for (const policy of policies) this.#policy(policy);
  }

  /** ARNs of policies that somebody has but no list had, or not with its document. */
  missingPolicies(): readonly string[] {
    return [...this.#policies].filter((arn) => !this.#written.has(arn));
  }

  write(resource: Resource): void {
    if (this.#written.has(resource.id)) return;
    this.#written.add(resource.id);
    this.#options.write(resource);
  }

  #principal(principal: Principal): void {
    const { attachedPolicies } = principal;
    if (attachedPolicies.state === 'present') {
      for (const { arn } of attachedPolicies.value) this.#policies.add(arn);
    }
    if ('permissionsBoundary' in principal && principal.permissionsBoundary.state === 'present') {
      this.#policies.add(principal.permissionsBoundary.value);
    }
    this.write(principal);
  }

  #policy(detail: ManagedPolicyDetail): void {
    this.#policies.add(listed(detail.Arn, call, 'policy Arn'));
    const policy = listedPolicy(this.#options.account, detail);
    if (policy !== null) this.write(policy);
  }
}

/** The four lists stand in every page, empty ones too; a page without one is a broken page. */
function listsOf(page: GetAccountAuthorizationDetailsResponse) {
  return {
    users: listed(page.UserDetailList, call, 'UserDetailList'),
    groups: listed(page.GroupDetailList, call, 'GroupDetailList'),
    roles: listed(page.RoleDetailList, call, 'RoleDetailList'),
    policies: listed(page.Policies, call, 'Policies'),
  };
}
