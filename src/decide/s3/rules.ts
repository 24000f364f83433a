import type { CompiledPolicySet } from '../compile-policy-set.ts';
import { granted, noGrants, type ResourceGrants } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { accountOf } from '../principal.ts';
import { rule, noRules, type ServiceRules } from '../service-rules.ts';
import { lesser, no, not, yes, type Tri } from '../tri.ts';
import { consentOfBucket } from './access-point.ts';
import { aclGrants } from './acl-grant.ts';
import { grantToObjectOwner, isOwnedByAnother } from './object-owner.ts';
import { cutByPublicAccessBlock } from './public-access-block.ts';

/** What S3 adds to policies: ACLs, object ownership, block public access, access points. */
export function s3Rules(set: CompiledPolicySet, request: PreparedRequest): ServiceRules {
  const settings = set.settings.s3;
  const consent = consentOfBucket(set, request);
  const byAcl = aclGrants(request, settings);
  const foreignObject = isOwnedByAnother(request, settings);
  const byOwner = foreignObject ? grantToObjectOwner(request, settings) : noGrants;
  const cuts: readonly Cut[] = [
    {
      passes: not(cutByPublicAccessBlock(request, settings, set.resourcePolicy)),
      text: blockText,
    },
    { passes: isForbiddenToOthers(request) ? no : yes, text: othersText },
    { passes: consent.allows, text: bucketText },
  ];
  return {
    ...noRules,
    ...cutBy(cuts),
    resourceMustAllow: foreignObject,
    extra: union(byAcl, byOwner),
    grantReasons: [
      ...reasonOf(byAcl, 'an ACL'),
      ...reasonOf(byOwner, "the object's owner, the caller's account,"),
    ],
    ignoresResourceAllow: foreignObject,
    ignoresResourceDeny: isRootRecovery(request),
    denied: consent.denies,
  };
}

function union(a: ResourceGrants, b: ResourceGrants): ResourceGrants {
  if (b === noGrants) return a;
  return { sure: a.sure | b.sure, possible: a.possible | b.possible };
}

function reasonOf(grants: ResourceGrants, who: string): ServiceRules['grantReasons'] {
  const by = granted(grants);
  return by === no ? [] : [rule(by === yes ? `${who} grants it` : `${who} may grant it`)];
}

/** Something beside policies that must let the request pass. */
interface Cut {
  readonly passes: Tri;
  readonly text: string;
}

/** The narrowest of all, the first of several that are equally narrow. */
function cutBy(cuts: readonly Cut[]): Pick<ServiceRules, 'notCut' | 'cutText'> {
  const notCut = cuts.reduce<Tri>((least, { passes }) => lesser(least, passes), yes);
  const narrowest = cuts.find(({ passes }) => passes === notCut);
  return { notCut, cutText: narrowest?.text ?? '' };
}

const blockText =
  'RestrictPublicBuckets cuts it off: the bucket policy is public by the definition of S3, so only AWS services and principals of the owner account get in';
const othersText = 'only principals of the bucket owner’s account get to the bucket policy';
const bucketText = 'the policy of the bucket behind the access point does not allow it as well';

const onBucketPolicy: ReadonlySet<string> = new Set([
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
]);

/** Others get 405 Method Not Allowed, whatever they are allowed (S3 API, GetBucketPolicy). */
function isForbiddenToOthers({ principal, action, resourceAccount }: PreparedRequest): boolean {
  const account = accountOf(principal);
  return account !== undefined && account !== resourceAccount && onBucketPolicy.has(action);
}

/** The owner's root user gets to the bucket policy whatever it denies (S3 API, DeleteBucketPolicy). */
function isRootRecovery({ principal, action, resourceAccount }: PreparedRequest): boolean {
  const isRoot = principal.kind === 'root' && principal.account === resourceAccount;
  return isRoot && onBucketPolicy.has(action);
}
