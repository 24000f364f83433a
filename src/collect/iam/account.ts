import type { PasswordPolicy } from '../../model/resource/iam.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { paging } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { observeList } from '../reply/observe-list.ts';
import { credentialReportOperations, readCredentialReport } from './read-credential-report.ts';
import { fieldOf } from '../reply/reply.ts';
import type { Output } from '../call/sdk.ts';
import { universe } from '../universe.ts';
import { userCredentials } from './user-credentials.ts';

/** The account's own IAM settings: one resource, whatever can be read of it. */
export const iamAccountCollector: Collector = {
  name: 'iam.account',
  kinds: ['iam.account'],
  scope: 'global',
  operations: {
    'iam:ListAccountAliases': 'iam:ListAccountAliases',
    'iam:GetAccountPasswordPolicy': 'iam:GetAccountPasswordPolicy',
    ...credentialReportOperations,
  },
  collect: (aws, sink) =>
    universe(sink, { kind: 'iam.account', region: 'global' }, () => collectAccount(aws, sink)),
};

async function collectAccount(aws: Aws, sink: Sink): Promise<void> {
  const id = `arn:${aws.partition}:iam::${aws.account}:root`;
  const [aliases, passwordPolicy, report] = await Promise.all([
    readAliases(aws),
    observe(aws, 'iam:GetAccountPasswordPolicy', {}, readPasswordPolicy, {
      absent: ['NoSuchEntity', 'NoSuchEntityException'],
    }),
    readCredentialReport(aws),
  ]);
  sink.resource({
    kind: 'iam.account',
    id,
    name: aws.account,
    account: aws.account,
    region: 'global',
    aliases,
    passwordPolicy,
    rootCredentials: userCredentials(report, id).credentials,
    reportGeneratedAt: fieldOf(report, 'iam:GetCredentialReport', (value) => value.generatedAt),
  });
}

function readAliases(aws: Aws) {
  const operation = 'iam:ListAccountAliases';
  return observeList(aws, { operation, input: { MaxItems: 1000 }, paging: paging.iam }, (page) =>
    required(page.AccountAliases, 'AccountAliases'),
  );
}

function readPasswordPolicy(reply: Output<'iam:GetAccountPasswordPolicy'>): PasswordPolicy {
  const policy = required(reply.PasswordPolicy, 'PasswordPolicy');
  return {
    minimumLength: required(policy.MinimumPasswordLength, 'MinimumPasswordLength'),
    requireSymbols: required(policy.RequireSymbols, 'RequireSymbols'),
    requireNumbers: required(policy.RequireNumbers, 'RequireNumbers'),
    requireUppercase: required(policy.RequireUppercaseCharacters, 'RequireUppercaseCharacters'),
    requireLowercase: required(policy.RequireLowercaseCharacters, 'RequireLowercaseCharacters'),
    // AWS leaves these two out, or sends 0, where there is no limit.
    maxAge: policy.MaxPasswordAge || null,
    reusePrevention: policy.PasswordReusePrevention || null,
  };
}
