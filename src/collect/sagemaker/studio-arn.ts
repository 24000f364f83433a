import { formatArn } from '../../model/arn.ts';
import type { Aws } from '../collector.ts';
import { listed } from '../reply/reply.ts';

interface InDomain {
  readonly domainId: string | undefined;
  readonly name: string | undefined;
}

/**
 * ARN of a user profile or a space, whose lists give none. AWS writes the names in lower case there
 * and takes them in either.
 */
export function studioArn(aws: Aws, type: 'user-profile' | 'space', of: InDomain): string {
  const call = type === 'space' ? 'sagemaker:ListSpaces' : 'sagemaker:ListUserProfiles';
  const domainId = listed(of.domainId, call, 'DomainId');
  const name = listed(of.name, call, 'name').toLowerCase();
  const { partition, region, account } = aws;
  const resource = `${type}/${domainId}/${name}`;
  return formatArn({ partition, service: 'sagemaker', region, account, resource });
}
