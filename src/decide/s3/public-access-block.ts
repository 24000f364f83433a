import type { SourcedPolicy } from '../policy-set.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { accountOf } from '../principal.ts';
import type { S3Settings } from '../settings.ts';
import { greater, lesser, maybe, no, type Tri } from '../tri.ts';
import { isPublicPerS3 } from './public-policy.ts';

/**
 * Whether RestrictPublicBuckets cuts the caller off: once a bucket or access point has a public
 * policy, only AWS services and principals of the owner's account get in, whatever statement lets
 * them (S3 User Guide, "Blocking public access"). `policy` is that of the resource; the bucket
 * behind an access point has one of its own.
 */
export function cutByPublicAccessBlock(
  request: PreparedRequest,
  settings: S3Settings | undefined,
  policy: SourcedPolicy | undefined,
): Tri {
  const block = settings?.blockPublicAccess;
  if (settings === undefined || block === undefined || isSpared(request)) return no;
  if (block === 'unknown') return lesser(isPublic(settings, policy), maybe);
  return block.restrictPublicBuckets === true ? isPublic(settings, policy) : no;
}

function isSpared({ principal, resourceAccount }: PreparedRequest): boolean {
  return principal.kind === 'service' || accountOf(principal) === resourceAccount;
}

function isPublic({ bucketBehind }: S3Settings, policy: SourcedPolicy | undefined): Tri {
  const holder = bucketBehind === undefined ? 'bucket' : 'access-point';
  const own = policy === undefined ? no : isPublicPerS3(policy, holder).public;
  const behind = bucketBehind?.policy;
  return behind === undefined ? own : greater(own, isPublicPerS3(behind).public);
}
