import type { CompiledPolicySet } from '../compile-policy-set.ts';
import type { Context } from '../context.ts';
import { allows, denies, grantsOf } from '../evaluate-layer.ts';
import { granted, grantedInAccount } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { accountOf } from '../principal.ts';
import { greater, maybe, no, yes, type Tri } from '../tri.ts';

/**
 * The same request as the bucket behind an access point sees it: for the bucket or its object, with
 * the keys that tell which access point it came through (S3 User Guide, "Delegating access control
 * to access points"). Undefined if the resource is no access point.
 */
export function behindAccessPoint(
  request: PreparedRequest,
  bucket: string,
): PreparedRequest | undefined {
  const match = /^(arn:[^:]*:s3:[^:]*:(\d{12}):accesspoint\/[^/]+)(?:\/object\/(.+))?$/s.exec(
    request.resource,
  );
  if (match === null) return undefined;
  const [, arn = '', account = '', key] = match;
  const own = new Map([
    ['s3:dataaccesspointarn', [arn]],
    ['s3:dataaccesspointaccount', [account]],
  ]);
  const context: Context = { get: (name) => own.get(name) ?? request.context.get(name) };
  return { ...request, resource: key === undefined ? bucket : `${bucket}/${key}`, context };
}

/** What the bucket behind an access point says to a request through it. */
export interface ConsentOfBucket {
  readonly allows: Tri;
  readonly denies: Tri;
}

/**
 * A request through an access point needs the bucket's consent too. In the owner's own account the
 * caller's policies may give it; a grant of the access point alone may not (S3 User Guide,
 * "Configuring IAM policies for using access points", the grant to Jane).
 */
export function consentOfBucket(set: CompiledPolicySet, request: PreparedRequest): ConsentOfBucket {
  const layer = set.bucketBehind;
  const arn = set.settings.s3?.bucketBehind?.arn;
  const asSeen = arn === undefined ? undefined : behindAccessPoint(request, arn);
  if (layer === undefined || asSeen === undefined) return { allows: yes, denies: no };
  const grants = grantsOf(layer, asSeen);
  const { principal, resourceAccount } = request;
  const denied = greater(denies(layer, asSeen), mayBeDeniedBehind(set, asSeen));
  if (accountOf(principal) !== resourceAccount) {
    return { allows: granted(grants), denies: denied };
  }
  // What limits the caller, his boundary and the like, is weighed with the request itself.
  const identity = principal.kind === 'root' ? yes : allows(set.identity, request);
  const byBucket = grantedInAccount(grants, { identity, boundary: yes, session: yes });
  return { allows: greater(identity, byBucket), denies: denied };
}

/**
 * Whether a Deny on the bucket's ARN in the caller's own policies, or the organisation's, holds for a
 * request through an access point, no page of S3 says.
 */
function mayBeDeniedBehind(set: CompiledPolicySet, asSeen: PreparedRequest): Tri {
  const { identity, boundary, session, scp = [], rcp = [] } = set;
  const layers = [identity, ...[boundary, session].flatMap((one) => one ?? []), ...scp, ...rcp];
  return layers.some((one) => denies(one, asSeen) !== no) ? maybe : no;
}
