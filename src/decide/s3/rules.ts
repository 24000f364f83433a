import type { CompiledPolicySet } from '../compile-policy-set.ts';
import { denies, grantsOf } from '../evaluate-layer.ts';
import { granted, lesser, noGrants } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { rule, noRules, type ServiceRules } from '../service-rules.ts';
import { no, not, yes, type Tri } from '../tri.ts';
import { behindAccessPoint } from './access-point.ts';
import { aclGrants } from './acl-grant.ts';
import { cutByPublicAccessBlock } from './public-access-block.ts';

/** What S3 adds to policies: ACLs, object ownership, block public access, access points. */
export function s3Rules(set: CompiledPolicySet, request: PreparedRequest): ServiceRules {
  const settings = set.settings.s3;
  const cut = cutByPublicAccessBlock(request, settings, set.policies.resource);
  const behind = bucketBehind(set, request);
  const extra = aclGrants(request, settings);
  return {
    ...noRules,
    extra,
    grantReasons: extra === noGrants || granted(extra) === no ? [] : [rule('an ACL grants it')],
    ignoresResourceAllow: ownedByAnother(set, request),
    ignoresResourceDeny: isRootRecovery(request),
    notCut: lesser(not(cut), behind.allows),
    cutText:
      cut !== no
        ? blockText
        : 'the policy of the bucket behind the access point does not allow it as well',
    denied: behind.denies,
  };
}

const blockText =
  'RestrictPublicBuckets cuts it off: the bucket policy is public by the definition of S3, so only AWS services and principals of the owner account get in';

/**
 * The bucket owner's policy cannot allow access to an object that another account owns (S3 User
 * Guide, "How Amazon S3 authorizes a request for an object operation").
 */
function ownedByAnother({ settings }: CompiledPolicySet, request: PreparedRequest): boolean {
  const { ownership = 'BucketOwnerEnforced', objectOwner } = settings.s3 ?? {};
  if (ownership === 'BucketOwnerEnforced' || objectOwner === undefined) return false;
  return objectOwner !== request.resourceAccount;
}

const recovery: ReadonlySet<string> = new Set([
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
]);

/** The owner's root user gets to the bucket policy whatever it denies (S3 API, DeleteBucketPolicy). */
function isRootRecovery({ principal, action, resourceAccount }: PreparedRequest): boolean {
  return principal.kind === 'root' && principal.account === resourceAccount && recovery.has(action);
}

interface Behind {
  readonly allows: Tri;
  readonly denies: Tri;
}

/**
 * A request through an access point needs the bucket's consent too; in the owner's own account the
 * caller's policies are consent enough.
 */
function bucketBehind(set: CompiledPolicySet, request: PreparedRequest): Behind {
  const layer = set.bucketBehind;
  const arn = set.settings.s3?.bucketBehind?.arn;
  const asSeen = arn === undefined ? undefined : behindAccessPoint(request, arn);
  if (layer === undefined || asSeen === undefined) return { allows: yes, denies: no };
  const { principal, resourceAccount } = request;
  const own = 'account' in principal && principal.account === resourceAccount;
  return {
    allows: own ? yes : granted(grantsOf(layer, asSeen)),
    denies: denies(layer, asSeen),
  };
}
