import type { BucketAcl } from '../../model/resource/s3.ts';
import { kind, noGrants, type ResourceGrants } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import type { S3Settings } from '../settings.ts';

/** Actions that a permission of an ACL allows (S3 User Guide, ACL overview, mapping of permissions). */
const onBucket: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:listbucket', 's3:listbucketversions', 's3:listbucketmultipartuploads'],
  WRITE: ['s3:putobject'],
  READ_ACP: ['s3:getbucketacl'],
  WRITE_ACP: ['s3:putbucketacl'],
};

const onObject: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:getobject', 's3:getobjectversion'],
  READ_ACP: ['s3:getobjectacl', 's3:getobjectversionacl'],
  WRITE_ACP: ['s3:putobjectacl', 's3:putobjectversionacl'],
};

const groups = 'http://acs.amazonaws.com/groups/global/';

/**
 * What the ACLs of bucket and object grant the caller. They count for nothing under
 * BucketOwnerEnforced, the default; IgnorePublicAcls takes the grants to everybody away.
 */
export function aclGrants(
  request: PreparedRequest,
  settings: S3Settings | undefined,
): ResourceGrants {
  if (settings === undefined) return noGrants;
  const { ownership = 'BucketOwnerEnforced', bucketAcl, objectAcl, blockPublicAccess } = settings;
  if (settings.aclsUnknown === true) return { sure: 0, possible: kind.everyone };
  if (ownership === 'BucketOwnerEnforced') return noGrants;
  const grantees = [
    ...granteesOf(bucketAcl, onBucket, request.action),
    ...granteesOf(objectAcl, onObject, request.action),
  ];
  const signed = request.principal.kind !== 'anonymous';
  const everybody =
    grantees.includes(`${groups}AllUsers`) ||
    (signed && grantees.includes(`${groups}AuthenticatedUsers`));
  // A canonical id does not tell which account it is.
  const named = 'account' in request.principal && grantees.some((one) => !one.startsWith('http'));
  const possible = named ? kind.account : 0;
  if (!everybody) return { sure: 0, possible };
  if (blockPublicAccess === 'unknown') return { sure: 0, possible: possible | kind.everyone };
  const ignored = blockPublicAccess?.ignorePublicAcls === true;
  return { sure: ignored ? 0 : kind.everyone, possible };
}

function granteesOf(
  acl: BucketAcl | undefined,
  permissions: Readonly<Record<string, readonly string[]>>,
  action: string,
): readonly string[] {
  if (acl === undefined) return [];
  return acl.grants
    .filter(({ permission }) =>
      permission === 'FULL_CONTROL'
        ? Object.values(permissions).some((actions) => actions.includes(action))
        : permissions[permission]?.includes(action) === true,
    )
    .map(({ grantee }) => grantee);
}
