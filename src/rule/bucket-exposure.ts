import type { BucketAcl, PublicAccessBlock } from '../model/resource/s3.ts';
import { notCollected } from '../model/observed.ts';
import type { PolicyText } from '../model/policy.ts';
import type { Evidence, Missing } from '../model/verdict.ts';
import { publicAclGrants } from '../account/fact/public-acl.ts';
import { publicGrants, type PublicGrant } from '../account/fact/public-grants.ts';
import { readPolicy } from '../account/fact/read-policy.ts';
import { statementName, statementRef } from '../account/fact/statement-ref.ts';

/** What one way into a bucket means for strangers. */
export interface Exposure {
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  /** Public grants that block public access alone holds back. */
  readonly heldBack: readonly string[];
}

const nothing: Exposure = { evidence: [], missing: [], heldBack: [] };

export interface PolicySettings {
  readonly policy: PolicyText | null;
  /** What AWS says of the policy; null when there is none. */
  readonly isPublic: boolean | null;
  /** Account and bucket together. */
  readonly block: PublicAccessBlock;
}

/**
 * Who gets in by the bucket policy. RestrictPublicBuckets holds back a policy that AWS itself
 * calls public, and no other: where AWS and we differ, the stricter counts.
 */
export function policyExposure({ policy, isPublic, block }: PolicySettings): Exposure {
  const read = policy === null ? undefined : readPolicy('bucket policy', policy);
  const grants = read === undefined ? [] : publicGrants(read.policy);
  if (isPublic === true && block.restrictPublicBuckets) {
    return { ...nothing, heldBack: ['a public bucket policy'] };
  }
  const open = grants.filter((grant) => grant.is === 'public').flatMap(grantEvidence);
  // Whether AWS weighs a Deny when it calls a policy public is not documented.
  const perimeter = grants.some((grant) => grant.is === 'perimeter');
  const byAws = isPublic === true && open.length === 0 && !perimeter ? [awsSaysPublic] : [];
  const unclear = grants.filter((grant) => grant.is !== 'public').map(unclearGrant);
  const unsaid = policy !== null && isPublic === null ? [noStatus] : [];
  return {
    ...nothing,
    evidence: [...open, ...byAws],
    missing: [...unclear, ...unsaid, ...(read?.doubts ?? [])],
  };
}

export interface AclSettings {
  readonly acl: BucketAcl | null;
  readonly ownership: string | null;
  readonly block: PublicAccessBlock;
}

/** Who gets in by the ACL. It counts for nothing under BucketOwnerEnforced. Every bucket has one. */
export function aclExposure({ acl, ownership, block }: AclSettings): Exposure {
  if (ownership === 'BucketOwnerEnforced') return nothing;
  if (acl === null) return { ...nothing, missing: [noAcl] };
  const grants = publicAclGrants(acl);
  if (block.ignorePublicAcls) {
    return { ...nothing, heldBack: grants.length > 0 ? ['a public ACL'] : [] };
  }
  const evidence = grants.flatMap((grant) =>
    grant.access.map((access) => ({
      finding: `acl-${access}:${grant.group}:${grant.permission}`,
      expected: `no ${access} access for ${grant.group}`,
      got: `the ACL grants ${grant.permission} to ${grant.group}`,
      field: 'acl',
    })),
  );
  return { ...nothing, evidence };
}

function grantEvidence({ statement, access }: PublicGrant): readonly Evidence[] {
  return access.map((one) => ({
    finding: `policy-${one}:${statementName(statement)}`,
    expected: `no ${one} access for everybody`,
    got: 'Allow for everybody without a condition that binds',
    field: 'policy',
    statement: statementRef('bucket policy', statement),
  }));
}

const awsSaysPublic: Evidence = {
  finding: 'policy-status',
  expected: 'a policy that AWS does not call public',
  got: 'GetBucketPolicyStatus says IsPublic true',
  field: 'policyStatus',
};

const noStatus: Missing = {
  what: 'policyStatus',
  why: notCollected('AWS gives a policy but no policy status'),
};

const noAcl: Missing = { what: 'acl', why: notCollected('AWS gave no ACL') };

function unclearGrant({ statement }: PublicGrant): Missing {
  return {
    what: `bucket policy statement ${statementName(statement)}`,
    why: notCollected('it allows everybody, under conditions or a Deny that are not understood'),
    mend: 'name the principals, or bind it with aws:PrincipalOrgID, aws:SourceVpce or the like',
  };
}
