import { parseArn } from '../../model/arn.ts';
import { UserError } from '../../model/user-error.ts';
import { CallError, ListTruncated } from '../call/call-error.ts';
import type { Aws } from '../collector.ts';
import { paging } from '../collector.ts';
import { required } from '../reply/observe.ts';

export interface Caller {
  /** Twelve digits. */
  readonly account: string;
  readonly arn: string;
  readonly partition: string;
}

/** The operations that every capture begins with, and the IAM actions that authorise them. */
export const bootstrapOperations = {
  'sts:GetCallerIdentity': 'sts:GetCallerIdentity',
  'account:ListRegions': 'account:ListRegions',
} as const;

/** Who we are. GetCallerIdentity needs no permission, so a failure means unusable credentials. */
export async function identify(aws: Aws): Promise<Caller> {
  try {
    const reply = await aws.call('sts:GetCallerIdentity', {});
    const arn = required(reply.Arn, 'Arn');
    const partition = required(parseArn(arn)?.partition, 'partition in its Arn');
    return { account: required(reply.Account, 'Account'), arn, partition };
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'Interrupted') throw error;
    throw new UserError(
      `cannot find out whose credentials these are: ${error.message}\n` +
        'Set AWS_PROFILE or --profile, or the AWS_ACCESS_KEY_ID variables, and check the endpoint.',
      { cause: error },
    );
  }
}

/** Every region that the account has enabled. Without that list the regions must be named. */
export async function enabledRegions(aws: Aws): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    const input = { MaxResults: 50, RegionOptStatusContains: enabled };
    for await (const page of aws.pages('account:ListRegions', input, paging.nextToken)) {
      names.push(...(page.Regions ?? []).flatMap((one) => one.RegionName ?? []));
    }
  } catch (error) {
    if (!(error instanceof CallError || error instanceof ListTruncated)) throw error;
    throw new UserError(
      `cannot list the account's enabled regions: ${error.message}\n` +
        'Name them with --region (repeatable), or allow account:ListRegions.',
      { cause: error },
    );
  }
  if (names.length === 0) throw new UserError('the account has no enabled region; use --region');
  return names.sort();
}

const enabled: ('ENABLED' | 'ENABLED_BY_DEFAULT')[] = ['ENABLED', 'ENABLED_BY_DEFAULT'];

/** Where a partition's global services and first calls are at home. */
export function homeRegion(partition: string): string {
  const homes: Readonly<Record<string, string>> = {
    'aws-cn': 'cn-north-1',
    'aws-us-gov': 'us-gov-west-1',
    'aws-eusc': 'eusc-de-east-1',
  };
  return homes[partition] ?? 'us-east-1';
}
