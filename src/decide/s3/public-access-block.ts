import { lesser } from '../grant-kind.ts';
import type { SourcedPolicy } from '../policy-set.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import type { S3Settings } from '../settings.ts';
import { maybe, no, type Tri } from '../tri.ts';
import { isPublicPerS3 } from './public-policy.ts';

/**
 * Whether RestrictPublicBuckets cuts the caller off: once a bucket has a public policy, only AWS
 * services and principals of the owner's account get in, whatever statement lets them (S3 User
 * Guide, "Blocking public access").
 */
export function cutByPublicAccessBlock(
  { principal, resourceAccount }: PreparedRequest,
  settings: S3Settings | undefined,
  policy: SourcedPolicy | undefined,
): Tri {
  const block = settings?.blockPublicAccess;
  if (block === undefined || policy === undefined) return no;
  if (block !== 'unknown' && block.restrictPublicBuckets !== true) return no;
  if (principal.kind === 'service') return no;
  if ('account' in principal && principal.account === resourceAccount) return no;
  const isPublic = isPublicPerS3(policy).public;
  return block === 'unknown' ? lesser(isPublic, maybe) : isPublic;
}
