import type { ManagedPolicyDetail } from '@aws-sdk/client-iam';
import type { Observed } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import { CallError, ListTruncated } from '../call/call-error.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { paging } from '../collector.ts';
import type { CredentialReport } from './credential-report.ts';
import { iamPolicyOperations, listedPolicy, readPolicy } from './managed-policy.ts';
import { groupOf, roleOf, userOf } from './principal.ts';
import { credentialReportOperations, readCredentialReport } from './read-credential-report.ts';
import { listed } from '../reply/reply.ts';
import type { Input, Output } from '../call/sdk.ts';
import { universe } from '../universe.ts';

const call = 'iam:GetAccountAuthorizationDetails';
const kinds = ['iam.user', 'iam.group', 'iam.role', 'iam.policy'] as const;

type Principal = Resource<'iam.user'> | Resource<'iam.group'> | Resource<'iam.role'>;

/** Users, groups, roles and managed policies: one list holds all four, so it ends all four. */
export const iamAuthorizationCollector: Collector = {
  name: 'iam.authorization',
  kinds,
  scope: 'global',
  operations: { [call]: call, ...iamPolicyOperations, ...credentialReportOperations },
  async collect(aws, sink) {
    const problem = await collectDetails(aws, sink);
    for (const kind of kinds) {
      await universe(sink, { kind, region: 'global' }, async () => {
        if (problem !== null) throw problem;
      });
    }
  },
};

/** Writes what was listed, and gives what ended the list early. */
async function collectDetails(aws: Aws, sink: Sink): Promise<CallError | ListTruncated | null> {
  const reading = new Reading(aws, sink, await readCredentialReport(aws));
  let problem: CallError | ListTruncated | null = null;
  try {
    await reading.readPages();
  } catch (error) {
    if (!(error instanceof CallError || error instanceof ListTruncated)) throw error;
    problem = error;
  }
  await reading.readMissingPolicies();
  return problem;
}

/** The list in the course of being read: pages are written and dropped, only ARNs are kept. */
class Reading {
  readonly #aws: Aws;
  readonly #sink: Sink;
  readonly #report: Observed<CredentialReport>;
  /** What is written; the list moves while it is read, so one thing may come twice. */
  readonly #written = new Set<string>();
  /** Policies that are attached, bound or listed. */
  readonly #policies = new Set<string>();

  constructor(aws: Aws, sink: Sink, report: Observed<CredentialReport>) {
    this.#aws = aws;
    this.#sink = sink;
    this.#report = report;
  }

  async readPages(): Promise<void> {
    const { account } = this.#aws;
    for await (const page of this.#aws.pages(call, request, paging.iam)) {
      const { users, groups, roles, policies } = listsOf(page);
      for (const user of users) this.#principal(userOf(account, user, this.#report));
      for (const group of groups) this.#principal(groupOf(account, group));
      for (const role of roles) this.#principal(roleOf(account, role));
      for (const policy of policies) this.#policy(policy);
    }
  }

  /**
   * Policies that somebody has but the list has not: made while it was read, or AWS's own. Each is
   * read by itself; one that is gone meanwhile is written as gone.
   */
  async readMissingPolicies(): Promise<void> {
    const missing = [...this.#policies].filter((arn) => !this.#written.has(arn));
    await this.#aws.each(missing, async (arn) => {
      this.#write(await readPolicy(this.#aws, arn));
    });
  }

  #principal(principal: Principal): void {
    const { attachedPolicies } = principal;
    if (attachedPolicies.state === 'present') {
      for (const { arn } of attachedPolicies.value) this.#policies.add(arn);
    }
    if ('permissionsBoundary' in principal && principal.permissionsBoundary.state === 'present') {
      this.#policies.add(principal.permissionsBoundary.value);
    }
    this.#write(principal);
  }

  #policy(detail: ManagedPolicyDetail): void {
    this.#policies.add(listed(detail.Arn, call, 'policy Arn'));
    const policy = listedPolicy(this.#aws.account, detail);
    if (policy !== null) this.#write(policy);
  }

  #write(resource: Resource): void {
    if (this.#written.has(resource.id)) return;
    this.#written.add(resource.id);
    this.#sink.resource(resource);
  }
}

const request: Input<typeof call> = {
  MaxItems: 1000,
  Filter: ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'],
};

/** The four lists stand in every page, empty ones too; a page without one is a broken page. */
function listsOf(page: Output<typeof call>) {
  return {
    users: listed(page.UserDetailList, call, 'UserDetailList'),
    groups: listed(page.GroupDetailList, call, 'GroupDetailList'),
    roles: listed(page.RoleDetailList, call, 'RoleDetailList'),
    policies: listed(page.Policies, call, 'Policies'),
  };
}
