import type { Account } from '../account/account.ts';
import { sourced } from '../account/access/sourced-policy.ts';
import { strangerWitness } from '../account/access/stranger-witness.ts';
import { matchesAction } from '../account/fact/action-match.ts';
import { publicAclGrants, type PublicAclGrant } from '../account/fact/public-acl.ts';
import { accessOfAction, publicGrants, type PublicGrant } from '../account/fact/public-grants.ts';
import { readPolicy } from '../account/fact/read-policy.ts';
import { statementName } from '../account/fact/statement-ref.ts';
import {
  keepsStrangersOut,
  organizationDenials,
  type Reach,
} from '../account/fact/stranger-denial.ts';
import type { PolicyText, Statement } from '../model/policy.ts';
import type { BucketAcl, PublicAccessBlock } from '../model/resource/s3.ts';
import type { Evidence, Missing } from '../model/verdict.ts';
import {
  aclEvidence,
  awsSaysPublic,
  grantEvidence,
  noAcl,
  noStatus,
  unclearAcl,
  unclearGrant,
} from './exposure-text.ts';

/** What one way into a bucket means for strangers. */
export interface Exposure {
  /** Each with a request that the engine allows. */
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Missing[];
  /** Public grants that block public access alone holds back. */
  readonly heldBack: readonly string[];
  /** Public grants that a Deny holds back, by the proof of `keepsStrangersOut`. */
  readonly denied: readonly string[];
}

const nothing: Exposure = { evidence: [], missing: [], heldBack: [], denied: [] };

export interface Exposed {
  readonly account: Account;
  /** ARN of the bucket. */
  readonly bucket: string;
  readonly policy: PolicyText | null;
  /** Account and bucket together. */
  readonly block: PublicAccessBlock;
}

export interface PolicySettings extends Exposed {
  /** What AWS says of the policy; null when there is none. */
  readonly isPublic: boolean | null;
}

/**
 * Who gets in by the bucket policy. RestrictPublicBuckets holds back a policy that AWS itself
 * calls public, and no other: where AWS and we differ, the stricter counts.
 */
export function policyExposure(settings: PolicySettings): Exposure {
  const { policy, isPublic, block } = settings;
  if (isPublic === true && block.restrictPublicBuckets) {
    return { ...nothing, heldBack: ['a public bucket policy'] };
  }
  if (policy === null) return { ...nothing, evidence: isPublic === true ? [awsSaysPublic] : [] };
  const read = readPolicy('bucket policy', policy);
  const grants = publicGrants(read.policy);
  const each = grants.map((grant) => grantExposure(grant, settings, policy));
  const open = each.flatMap((one) => one.evidence);
  // Whether AWS weighs a Deny when it calls a policy public is not documented.
  const perimeter = grants.some(({ is }) => is === 'perimeter') || each.some(isDenied);
  const byAws = isPublic === true && open.length === 0 && !perimeter ? [awsSaysPublic] : [];
  return {
    ...nothing,
    evidence: [...open, ...byAws],
    missing: [
      ...each.flatMap((one) => one.missing),
      ...(isPublic === null ? [noStatus] : []),
      ...read.doubts,
    ],
    denied: each.flatMap((one) => one.denied),
  };
}

function isDenied({ denied }: Exposure): boolean {
  return denied.length > 0;
}

/** Closed with a Deny as the proof, open with a request as the proof, or unclear. */
function grantExposure(
  { statement, access }: PublicGrant,
  { account, bucket }: Exposed,
  text: PolicyText,
): Exposure {
  const { action, resource, conditions } = statement;
  const policy = sourced('bucket policy', text);
  const reach = { action, bucket, ...(resource && { resource }) };
  const denied = [`statement ${statementName(statement)} of the bucket policy`];
  if (isClosed(policy.policy.statements, reach)) return { ...nothing, denied };
  const witness = strangerWitness({ account, bucket, policy, acl: undefined });
  const evidence = access.flatMap((one) => {
    const request = witness({
      actions: (name) => accessOfAction(name) === one && matchesAction(action, name),
      resources: resource?.values ?? [],
      conditions,
    });
    return request === undefined ? [] : [grantEvidence(statement, one, request)];
  });
  if (evidence.length > 0) return { ...nothing, evidence };
  if (isClosed(organizationDenials(account), reach)) return { ...nothing, denied };
  return { ...nothing, missing: [unclearGrant(statement)] };
}

function isClosed(statements: readonly Statement[], reach: Reach): boolean {
  return statements.some((one) => keepsStrangersOut(one, reach));
}

export interface AclSettings extends Exposed {
  readonly acl: BucketAcl | null;
  readonly ownership: string | null;
}

/** Who gets in by the ACL. It counts for nothing under BucketOwnerEnforced. Every bucket has one. */
export function aclExposure(settings: AclSettings): Exposure {
  const { acl, ownership, block } = settings;
  if (ownership === 'BucketOwnerEnforced') return nothing;
  if (acl === null) return { ...nothing, missing: [noAcl] };
  const grants = publicAclGrants(acl);
  if (block.ignorePublicAcls) {
    return { ...nothing, heldBack: grants.length > 0 ? ['a public ACL'] : [] };
  }
  const each = grants.map((grant) => aclGrantExposure(grant, settings, acl));
  return {
    ...nothing,
    evidence: each.flatMap((one) => one.evidence),
    missing: each.flatMap((one) => one.missing),
    denied: each.flatMap((one) => one.denied),
  };
}

function aclGrantExposure(
  { group, permission, access }: PublicAclGrant,
  { account, bucket, policy }: Exposed,
  acl: BucketAcl,
): Exposure {
  const read = policy === null ? undefined : sourced('bucket policy', policy);
  const all = { action: { not: false, values: ['s3:*'] }, bucket };
  const name = `${permission} for ${group} in the ACL`;
  if (isClosed(read?.policy.statements ?? [], all)) return { ...nothing, denied: [name] };
  const own = { ...acl, grants: acl.grants.filter((one) => one.permission === permission) };
  const witness = strangerWitness({ account, bucket, policy: read, acl: own });
  const evidence = access.flatMap((one) => {
    const actions = (each: string): boolean => accessOfAction(each) === one;
    const request = witness({ actions, resources: [], conditions: [] });
    return request === undefined ? [] : [aclEvidence({ group, permission }, one, request)];
  });
  if (evidence.length > 0) return { ...nothing, evidence };
  if (isClosed(organizationDenials(account), all)) return { ...nothing, denied: [name] };
  return { ...nothing, missing: [unclearAcl(name)] };
}
