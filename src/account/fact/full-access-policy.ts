import { parseArn } from '../../model/arn.ts';

/** AWS managed policies that grant whole services although their name does not end in FullAccess. */
const alsoFull: ReadonlySet<string> = new Set([
  'AdministratorAccess',
  'PowerUserAccess',
  'AWSKeyManagementServicePowerUser',
]);

/**
 * True iff the ARN is that of an AWS managed policy that grants one or all services in full. The
 * account part tells it from a customer's policy of the same name.
 */
export function isFullAccessPolicy(policyArn: string): boolean {
  const arn = parseArn(policyArn);
  if (arn?.service !== 'iam' || arn.account !== 'aws') return false;
  const name = arn.resource.slice(arn.resource.lastIndexOf('/') + 1);
  return alsoFull.has(name) || /FullAccess(V\d+)?$/.test(name);
}
