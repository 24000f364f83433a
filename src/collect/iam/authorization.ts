import { CallError, ListTruncated } from '../call/call-error.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { paging } from '../collector.ts';
import { AuthorizationLists } from './authorization-lists.ts';
import { iamPolicyOperations, readPolicy } from './managed-policy.ts';
import { credentialReportOperations, readCredentialReport } from './read-credential-report.ts';
import type { Input } from '../call/sdk.ts';
import { universe } from '../universe.ts';

const call = 'iam:GetAccountAuthorizationDetails';

/** The kinds that the account's authorisation details list, all together. */
export const authorizationKinds = ['iam.user', 'iam.group', 'iam.role', 'iam.policy'] as const;

/** Users, groups, roles and managed policies: one list holds all four, so it ends all four. */
export const iamAuthorizationCollector: Collector = {
  name: 'iam.authorization',
  kinds: authorizationKinds,
  scope: 'global',
  operations: { [call]: call, ...iamPolicyOperations, ...credentialReportOperations },
  async collect(aws, sink) {
    const problem = await collectDetails(aws, sink);
    for (const kind of authorizationKinds) {
      await universe(sink, { kind, region: 'global' }, async () => {
        if (problem !== null) throw problem;
      });
    }
  },
};

/** Writes what was listed, and gives what ended the list early. */
async function collectDetails(aws: Aws, sink: Sink): Promise<CallError | ListTruncated | null> {
  const lists = new AuthorizationLists({
    account: aws.account,
    report: await readCredentialReport(aws),
    write: (resource) => sink.resource(resource),
  });
  let problem: CallError | ListTruncated | null = null;
  try {
    for await (const page of aws.pages(call, request, paging.iam)) lists.add(page);
  } catch (error) {
    if (!(error instanceof CallError || error instanceof ListTruncated)) throw error;
    problem = error;
  }
  await readMissingPolicies(aws, lists);
  return problem;
}

/**
 * Policies that somebody has but the list has not: made while it was read, or AWS's own. Each is
 * read by itself; one that is gone meanwhile is written as gone.
 */
async function readMissingPolicies(aws: Aws, lists: AuthorizationLists): Promise<void> {
  await aws.each(lists.missingPolicies(), async (arn) => {
    lists.write(await readPolicy(aws, arn));
  });
}

const request: Input<typeof call> = {
  MaxItems: 1000,
  Filter: ['User', 'Role', 'Group', 'LocalManagedPolicy', 'AWSManagedPolicy'],
};
