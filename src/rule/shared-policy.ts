import type { Account } from '../account/account.ts';
import type { OutsideQuestion } from '../account/fact/outside-grant.ts';
import { accountBlock } from '../account/fact/public-access-block.ts';
import { isUnread, notCollected, type Observed } from '../model/observed.ts';
import type { PolicyText } from '../model/policy.ts';
import type { Kind, Resource } from '../model/resource.ts';
import type { PublicAccessBlock } from '../model/resource/s3.ts';
import type { Missing, Verdict } from '../model/verdict.ts';
import { onArtifactBucket } from './bucket-scope.ts';
import { onCustomerKey } from './key-scope.ts';
import { pass } from './verdict.ts';

/** The policy of a resource that can be shared with other accounts. */
export interface SharedPolicy {
  /** ARN of the resource. */
  readonly resource: string;
  /** E.g. `bucket policy of models`. */
  readonly name: string;
  readonly resourceType: OutsideQuestion['resourceType'];
  readonly policy: PolicyText;
  /** Whether RestrictPublicBuckets keeps all but the account and services out. */
  readonly isRestricted: () => boolean | 'unknown';
}

export interface SharedPolicies {
  readonly list: readonly SharedPolicy[];
  /** What keeps the list from being complete. */
  readonly missing: readonly Missing[];
}

const nothing: SharedPolicies = { list: [], missing: [] };

/**
 * The policies of artifact buckets, their access points, the keys of artifacts, model package groups,
 * repositories of images and registries; resources without a policy are left out.
 */
export function sharedPolicies(account: Account): SharedPolicies {
  return joined([
    ...eachOf(account, 's3.bucket', (one) => bucketPolicy(account, one)),
    ...eachOf(account, 's3.access-point', (one) => pointPolicy(account, one)),
    ...eachOf(account, 'kms.key', (one) => keyPolicy(account, one)),
    ...eachOf(account, 'sagemaker.model-package-group', (one) =>
      policyOf(one, one.policy, {
        name: `policy of model package group ${one.name}`,
        resourceType: 'AWS::SageMaker::ModelPackageGroup',
      }),
    ),
    ...eachOf(account, 'ecr.repository', (one) =>
      policyOf(one, one.policy, {
        name: `policy of repository ${one.name}`,
        resourceType: 'AWS::ECR::Repository',
      }),
    ),
    ...eachOf(account, 'ecr.registry', (one) =>
      policyOf(one, one.policy, {
        name: `registry policy in ${one.region}`,
        resourceType: 'AWS::ECR::Repository',
      }),
    ),
  ]);
}

function joined(each: readonly SharedPolicies[]): SharedPolicies {
  return {
    list: each.flatMap(({ list }) => list),
    missing: distinct(each.flatMap(({ missing }) => missing)),
  };
}

/** A misspelt declaration is missing for every resource. */
function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((one) => [JSON.stringify(one), one])).values()];
}

function eachOf<K extends Kind>(
  account: Account,
  kind: K,
  read: (resource: Resource<K>) => SharedPolicies,
): readonly SharedPolicies[] {
  return [...account.all(kind).map(read), { list: [], missing: account.gaps(kind) }];
}

function bucketPolicy(account: Account, bucket: Resource<'s3.bucket'>): SharedPolicies {
  return inScope(
    onArtifactBucket(account, bucket.name, () => pass()),
    () =>
      policyOf(bucket, bucket.policy, {
        name: `bucket policy of ${bucket.name}`,
        resourceType: 'AWS::S3::Bucket',
        isRestricted: () => isRestricted(bucket.policyStatus, blocksAbove(account, [bucket])),
      }),
  );
}

function pointPolicy(account: Account, point: Resource<'s3.access-point'>): SharedPolicies {
  const { bucket } = point;
  if (isUnread(bucket)) {
    return { list: [], missing: [{ what: `bucket of ${point.id}`, why: bucket }] };
  }
  const name = bucket.state === 'present' ? bucket.value : '';
  const behind = account.find('s3.bucket', `arn:${account.partition}:s3:::${name}`);
  return inScope(
    onArtifactBucket(account, name, () => pass()),
    () =>
      policyOf(point, point.policy, {
        name: `policy of access point ${point.name}`,
        resourceType: 'AWS::S3::Bucket',
        isRestricted: () =>
          isRestricted(
            point.policyStatus,
            blocksAbove(account, behind ? [point, behind] : [point]),
          ),
      }),
  );
}

function keyPolicy(account: Account, key: Resource<'kms.key'>): SharedPolicies {
  const { manager } = key;
  if (isUnread(manager)) {
    return { list: [], missing: [{ what: `manager of ${key.id}`, why: manager }] };
  }
  const known = { id: key.id, manager: manager.state === 'present' ? manager.value : null };
  return inScope(
    onCustomerKey(account, known, () => pass()),
    () =>
      policyOf(key, key.policy, {
        name: `key policy of ${key.name}`,
        resourceType: 'AWS::KMS::Key',
        mustExist: true,
      }),
  );
}

/** What a rule about one such resource says of its scope. */
function inScope(scope: Verdict, read: () => SharedPolicies): SharedPolicies {
  switch (scope.verdict) {
    case 'pass':
      return read();
    case 'unknown':
      return { list: [], missing: scope.missing };
    default:
      return nothing;
  }
}

interface Described extends Omit<SharedPolicy, 'resource' | 'policy' | 'isRestricted'> {
  readonly isRestricted?: SharedPolicy['isRestricted'];
  readonly mustExist?: true;
}

function policyOf(
  { id }: { readonly id: string },
  policy: Observed<PolicyText>,
  { mustExist, ...described }: Described,
): SharedPolicies {
  const what = `the ${described.name}`;
  if (isUnread(policy)) return { list: [], missing: [{ what, why: policy }] };
  if (policy.state === 'present') {
    const shared = { isRestricted: () => false, ...described, resource: id, policy: policy.value };
    return { list: [shared], missing: [] };
  }
  if (mustExist !== true) return nothing;
  return { list: [], missing: [{ what, why: notCollected('AWS gave none') }] };
}

type Blocks = readonly (boolean | 'unknown')[];

/** RestrictPublicBuckets of the account and of these, as far as it was read. */
function blocksAbove(
  account: Account,
  resources: readonly { readonly publicAccessBlock: Observed<PublicAccessBlock> }[],
): Blocks {
  const whole = accountBlock(account);
  return [
    whole.read ? whole.block.restrictPublicBuckets : 'unknown',
    ...resources.map(({ publicAccessBlock: own }) => {
      if (isUnread(own)) return 'unknown';
      return own.state === 'present' && own.value.restrictPublicBuckets;
    }),
  ];
}

/** It holds back no policy but one that AWS calls public. */
function isRestricted(
  status: Observed<{ readonly isPublic: boolean }>,
  blocks: Blocks,
): boolean | 'unknown' {
  const isPublic = isUnread(status)
    ? 'unknown'
    : status.state === 'present' && status.value.isPublic;
  if (isPublic === false || blocks.every((one) => one === false)) return false;
  return isPublic === true && blocks.includes(true) ? true : 'unknown';
}
