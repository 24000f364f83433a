import type { BucketAcl } from '../../model/resource/s3.ts';
import { kind, noGrants, type ResourceGrants } from '../grant-kind.ts';
import type { PreparedRequest } from '../prepared-request.ts';
import { accountOf } from '../principal.ts';
import type { S3Settings } from '../settings.ts';

type Permissions = Readonly<Record<string, readonly string[]>>;

/** Actions that a permission of an ACL allows (S3 User Guide, ACL overview, mapping of permissions). */
const onBucket: Permissions = {
  READ: ['s3:listbucket', 's3:listbucketversions', 's3:listbucketmultipartuploads'],
  WRITE: ['s3:putobject'],
  READ_ACP: ['s3:getbucketacl'],
  WRITE_ACP: ['s3:putbucketacl'],
};

const onObject: Permissions = {
  READ: ['s3:getobject', 's3:getobjectversion'],
  READ_ACP: ['s3:getobjectacl', 's3:getobjectversionacl'],
  WRITE_ACP: ['s3:putobjectacl', 's3:putobjectversionacl'],
};

/** Every action that some ACL could allow, in lower case. */
export const allowable: ReadonlySet<string> = new Set(
  [onBucket, onObject].flatMap((permissions) => Object.values(permissions).flat()),
);

const groups = 'http://acs.amazonaws.com/groups/global/';

/**
 * What the ACLs of bucket and object grant the caller. They count for nothing under
 * BucketOwnerEnforced, the default; IgnorePublicAcls takes the grants to everybody away.
 */
export function aclGrants(
  request: PreparedRequest,
  settings: S3Settings | undefined,
): ResourceGrants {
  if (settings === undefined || !allowable.has(request.action)) return noGrants;
  const { ownership = 'BucketOwnerEnforced', bucketAcl, objectAcl } = settings;
  const unread = settings.aclsUnknown === true;
  if (ownership === 'BucketOwnerEnforced' && !unread) return noGrants;
  const grantees = [
    ...granteesOf(bucketAcl, onBucket, request.action),
    ...granteesOf(objectAcl, onObject, request.action),
  ];
  const everybody = toEverybody(request, settings, grantees);
  const account = toAccount(request, settings, grantees);
  const maybeAll = unread && !ignoresPublicAcls(settings) ? kind.everyone : 0;
  const maybeAccount = unread && accountOf(request.principal) !== undefined ? kind.account : 0;
  return {
    sure: unread ? 0 : everybody.sure | account.sure,
    possible: everybody.possible | account.possible | maybeAll | maybeAccount,
  };
}

/** A grant to a group of S3, named by its URI, and not to one account. */
export function isToGroup({ grantee }: { readonly grantee: string }): boolean {
  return grantee.startsWith('http');
}

function ignoresPublicAcls({ blockPublicAccess: block }: S3Settings): boolean {
  return block !== undefined && block !== 'unknown' && block.ignorePublicAcls === true;
}

function toEverybody(
  { principal }: PreparedRequest,
  settings: S3Settings,
  grantees: readonly string[],
): ResourceGrants {
  const signed = principal.kind !== 'anonymous' && principal.kind !== 'federated';
  const names = [`${groups}AllUsers`, ...(signed ? [`${groups}AuthenticatedUsers`] : [])];
  if (ignoresPublicAcls(settings) || !names.some((one) => grantees.includes(one))) return noGrants;
  return settings.blockPublicAccess === 'unknown'
    ? { sure: 0, possible: kind.everyone }
    : { sure: kind.everyone, possible: 0 };
}

/** A canonical id does not tell which account it is, but for those that own the bucket and object. */
function toAccount(
  { principal, resourceAccount }: PreparedRequest,
  { bucketAcl, objectAcl, objectOwner }: S3Settings,
  grantees: readonly string[],
): ResourceGrants {
  const account = accountOf(principal);
  if (account === undefined) return noGrants;
  const known = new Map<string, string>();
  if (objectAcl !== undefined) known.set(objectAcl.owner, objectOwner ?? resourceAccount);
  if (bucketAcl !== undefined) known.set(bucketAcl.owner, resourceAccount);
  const ids = grantees.filter((grantee) => !isToGroup({ grantee }));
  const sure = ids.some((one) => known.get(one) === account) ? kind.account : 0;
  const possible = ids.some((one) => !known.has(one)) ? kind.account : 0;
  return sure === 0 && possible === 0 ? noGrants : { sure, possible };
}

function granteesOf(
  acl: BucketAcl | undefined,
  permissions: Permissions,
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
