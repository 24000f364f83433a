import type { AclGrant, BucketAcl } from '../../model/resource/s3.ts';
import type { Access } from './public-grants.ts';

/** Group URIs of S3 that anybody, or anybody with some AWS account, is a member of. */
const publicGroups: ReadonlyMap<string, PublicGroup> = new Map<string, PublicGroup>([
  ['http://acs.amazonaws.com/groups/global/AllUsers', 'AllUsers'],
  ['http://acs.amazonaws.com/groups/global/AuthenticatedUsers', 'AuthenticatedUsers'],
]);

type PublicGroup = 'AllUsers' | 'AuthenticatedUsers';

export interface PublicAclGrant {
  readonly group: PublicGroup;
  /** E.g. `READ`. */
  readonly permission: string;
  readonly access: readonly Access[];
}

/** The grants of an ACL to everybody. Whether ACLs count at all is the ownership setting's matter. */
export function publicAclGrants(acl: BucketAcl): readonly PublicAclGrant[] {
  return acl.grants.flatMap((grant) => {
    const group = publicGroups.get(grant.grantee);
    if (group === undefined) return [];
    return [{ group, permission: grant.permission, access: accessOf(grant) }];
  });
}

/** Whoever may write the ACL may grant himself the rest. */
function accessOf(grant: AclGrant): readonly Access[] {
  switch (grant.permission) {
    case 'READ':
    case 'READ_ACP':
      return ['read'];
    case 'WRITE':
      return ['write'];
    default:
      return ['read', 'write'];
  }
}
