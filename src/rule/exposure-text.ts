import type { PublicAclGrant } from '../account/fact/public-acl.ts';
import type { Access } from '../account/fact/public-grants.ts';
import { statementName, statementRef } from '../account/fact/statement-ref.ts';
import { notCollected } from '../model/observed.ts';
import type { Statement } from '../model/policy.ts';
import type { Evidence, Missing } from '../model/verdict.ts';

/** `request`: the one that the engine allows. */
export function grantEvidence(statement: Statement, access: Access, request: string): Evidence {
  return {
    finding: `policy-${access}:${statementName(statement)}`,
    expected: `no ${access} access for everybody`,
    got: `Allow for everybody without a condition that binds: ${request}`,
    field: 'policy',
    statement: statementRef('bucket policy', statement),
  };
}

export function aclEvidence(
  { group, permission }: Pick<PublicAclGrant, 'group' | 'permission'>,
  access: Access,
  request: string,
): Evidence {
  return {
    finding: `acl-${access}:${group}:${permission}`,
    expected: `no ${access} access for ${group}`,
    got: `the ACL grants ${permission} to ${group}: ${request}`,
    field: 'acl',
  };
}

export const awsSaysPublic: Evidence = {
  finding: 'policy-status',
  expected: 'a policy that AWS does not call public',
  got: 'GetBucketPolicyStatus says IsPublic true',
  field: 'policyStatus',
};

export const noStatus: Missing = {
  what: 'policyStatus',
  why: notCollected('AWS gives a policy but no policy status'),
};

export const noAcl: Missing = { what: 'acl', why: notCollected('AWS gave no ACL') };

export function unclearGrant(statement: Statement): Missing {
  return {
    what: `bucket policy statement ${statementName(statement)}`,
    why: notCollected('it allows everybody, under conditions or a Deny that are not understood'),
    mend: 'name the principals, or bind it with aws:PrincipalOrgID, aws:SourceVpce or the like',
  };
}

/** `name`: the grant, e.g. `READ for AllUsers in the ACL`. */
export function unclearAcl(name: string): Missing {
  return {
    what: name,
    why: notCollected('whether a Deny keeps everybody out is not understood'),
    mend: 'remove the grant from the ACL',
  };
}
