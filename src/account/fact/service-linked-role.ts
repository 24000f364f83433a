import { parseArn } from '../../model/arn.ts';

/**
 * True iff the ARN is that of a service-linked role: its service made it, nobody else can change
 * its policies, and it cannot be passed to a job. IAM lets nobody use the path for another role
 * ("Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles").
 */
export function isServiceLinkedRole(roleArn: string): boolean {
  return parseArn(roleArn)?.resource.startsWith('role/aws-service-role/') === true;
}
