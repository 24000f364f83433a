import { kind, noGrants, type ResourceGrants } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { accountOf } from '../principal.ts';
import type { S3Settings } from '../settings.ts';

/** The owner of the bucket decides on these, whoever owns the object (S3 User Guide, access management). */
const ofBucketOwner: ReadonlySet<string> = new Set([
  ...['s3:putobject', 's3:deleteobject', 's3:deleteobjectversion', 's3:restoreobject'],
  ...['s3:abortmultipartupload', 's3:listmultipartuploadparts'],
]);

/**
 * Whether the request is for an object of another account than the bucket's. Policies of the
 * bucket's account can then deny it, but not allow it: the object's owner grants access by the
 * object's ACL (S3 User Guide, "How Amazon S3 authorizes a request for an object operation").
 */
export function isOwnedByAnother(
  request: PreparedRequest,
  settings: S3Settings | undefined,
): boolean {
  const { ownership = 'BucketOwnerEnforced', objectOwner } = settings ?? {};
  if (ownership === 'BucketOwnerEnforced' || objectOwner === undefined) return false;
  const isObject = /^arn:[^:]*:s3:(?:::[^/]+|.*:accesspoint\/[^/]+\/object)\//.test(
    request.resource,
  );
  if (!isObject || ofBucketOwner.has(request.action)) return false;
  return objectOwner !== request.resourceAccount;
}

/** The object's own account may leave it to its own policies. */
export function grantToObjectOwner(
  { principal }: PreparedRequest,
  settings: S3Settings | undefined,
): ResourceGrants {
  const owner = settings?.objectOwner;
  if (owner === undefined || accountOf(principal) !== owner) return noGrants;
  return { sure: kind.account, possible: 0 };
}
