import type { ManagedPolicyDetail, PolicyVersion } from '@aws-sdk/client-iam';
import { parseArn } from '../../model/arn.ts';
import { present, type Observed } from '../../model/observed.ts';
import { everyField, type Resource } from '../../model/resource.ts';
import type { Aws } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { observedPolicyText, policyText } from '../reply/policy-text.ts';
import { fieldOf, isoDate, listed, replyField } from '../reply/reply.ts';
import type { Output } from '../call/sdk.ts';

const details = 'iam:GetAccountAuthorizationDetails';
const get = 'iam:GetPolicy';
const getVersion = 'iam:GetPolicyVersion';

export const iamPolicyOperations = { [get]: get, [getVersion]: getVersion } as const;

/**
 * A managed policy as the account's list has it, with the document of its default version. Null
 * when the list came without that document: then the policy must be read by itself.
 */
export function listedPolicy(
  account: string,
  detail: ManagedPolicyDetail,
): Resource<'iam.policy'> | null {
  const text = defaultVersion(detail)?.Document;
  if (text === undefined) return null;
  return {
    ...identity(account, listed(detail.Arn, details, 'policy Arn')),
    path: replyField(details, () => required(detail.Path, 'Path')),
    defaultVersion: replyField(details, () => required(detail.DefaultVersionId, 'version')),
    document: policyText(text, details),
    createdAt: replyField(details, () => isoDate(detail.CreateDate, 'CreateDate')),
    updatedAt: replyField(details, () => isoDate(detail.UpdateDate, 'UpdateDate')),
  };
}

function defaultVersion(detail: ManagedPolicyDetail): PolicyVersion | undefined {
  if (detail.DefaultVersionId === undefined) return undefined;
  return detail.PolicyVersionList?.find((one) => one.VersionId === detail.DefaultVersionId);
}

/** One managed policy by its ARN; what cannot be read is said in its fields. */
export async function readPolicy(aws: Aws, arn: string): Promise<Resource<'iam.policy'>> {
  const reply = await observe(aws, get, { PolicyArn: arn }, (output) =>
    required(output.Policy, 'Policy'),
  );
  const field = <T>(read: (policy: NonNullable<Output<typeof get>['Policy']>) => T) =>
    fieldOf(reply, get, read);
  const version = field((policy) => required(policy.DefaultVersionId, 'DefaultVersionId'));
  return {
    ...identity(aws.account, arn),
    path: field((policy) => required(policy.Path, 'Path')),
    defaultVersion: version,
    document: observedPolicyText(await readDocument(aws, arn, version), getVersion),
    createdAt: field((policy) => isoDate(policy.CreateDate, 'CreateDate')),
    updatedAt: field((policy) => isoDate(policy.UpdateDate, 'UpdateDate')),
  };
}

/** A managed policy of which nothing but its ARN is known. */
export function unreadManagedPolicy(
  account: string,
  arn: string,
  state: Observed<never>,
): Resource<'iam.policy'> {
  return { ...everyField('iam.policy', state), ...identity(account, arn) };
}

async function readDocument(
  aws: Aws,
  arn: string,
  version: Observed<string>,
): Promise<Observed<string>> {
  if (version.state !== 'present') return version;
  const input = { PolicyArn: arn, VersionId: version.value };
  return observe(aws, getVersion, input, (output) =>
    required(output.PolicyVersion?.Document, 'PolicyVersion.Document'),
  );
}

/** The name comes from the ARN, which says it always; the list does not (moto leaves it out). */
function identity(account: string, arn: string) {
  const owner = parseArn(arn)?.account;
  return {
    kind: 'iam.policy',
    id: arn,
    name: arn.slice(arn.lastIndexOf('/') + 1),
    account,
    region: 'global',
    awsManaged: present(owner === 'aws'),
  } as const;
}
