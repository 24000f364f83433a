import { parseArn } from '../../model/arn.ts';
import { isUnread, type Observed } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { PublicAccessBlock } from '../../model/resource/s3.ts';
import type { SourcedPolicy } from '../../decide/policy-set.ts';
import type { Settings } from '../../decide/settings.ts';
import type { Account } from '../account.ts';
import { accountBlock, effectiveBlock, noBlock } from '../fact/public-access-block.ts';
import { observedPolicy, unreadPolicy, unreadText } from './sourced-policy.ts';

/** What stands on the resource's side of a request. */
export interface ResourceSide {
  /** Twelve digits; empty if it is some other account's, we do not know whose. */
  readonly account: string;
  /** Empty if it has none or is not known. */
  readonly region: string;
  readonly policy: SourcedPolicy | undefined;
  readonly settings: Settings;
  readonly bucket?: Resource<'s3.bucket'>;
  readonly key?: Resource<'kms.key'>;
  readonly role?: Resource<'iam.role'>;
}

/** Services whose resources have no policies of their own, or whose policies can be no grant. */
const withoutPolicies: ReadonlySet<string> = new Set([
  ...['iam', 'sts', 'sagemaker', 'ec2', 'cloudwatch', 'logs', 'organizations', 'account'],
  ...['autoscaling', 'ssm', 'tag', 'athena', 'bedrock', 'ce', 'servicequotas'],
]);

/** `resource`: an ARN, or `*` for an action without one. */
export function resourceSide(account: Account, resource: string): ResourceSide {
  const arn = parseArn(resource);
  const own = { account: account.id, region: arn?.region ?? '', policy: undefined, settings: {} };
  if (arn === undefined) return own;
  if (arn.service === 's3' && arn.account === '') return bucketSide(account, arn.resource);
  if (arn.account !== '' && arn.account !== account.id) return foreign(resource, arn.account);
  if (arn.service === 's3') return accessPointSide(account, resource);
  if (arn.service === 'kms') return keySide(account, resource, arn.region);
  if (arn.service === 'iam' && arn.resource.startsWith('role/')) return roleSide(account, resource);
  if (arn.service === 'sagemaker' && arn.resource.startsWith('model-package')) {
    return packageSide(account, resource, own);
  }
  if (withoutPolicies.has(arn.service)) return own;
  return { ...own, policy: unreadPolicy(`the policy of ${resource}`, 'this kind is not captured') };
}

function foreign(resource: string, owner: string): ResourceSide {
  const policy = unreadPolicy(`the policy of ${resource}`, 'it belongs to another account');
  return { account: owner, region: '', policy, settings: {} };
}

function bucketSide(account: Account, path: string): ResourceSide {
  const [name = ''] = path.split('/');
  const bucket = account.all('s3.bucket').find((one) => one.name === name);
  if (bucket !== undefined) {
    return {
      account: account.id,
      region: bucket.region,
      policy: observedPolicy(`bucket policy of ${name}`, bucket.policy),
      settings: { s3: s3Settings(account, bucket) },
      bucket,
    };
  }
  const [gap] = account.gaps('s3.bucket');
  const why =
    gap === undefined
      ? `no bucket ${name} in this account; it may be another account's`
      : `the list of buckets is not complete: ${unreadText(gap.why)}`;
  const policy = unreadPolicy(`bucket policy of ${name}`, why);
  return { account: gap === undefined ? '' : account.id, region: '', policy, settings: {} };
}

function s3Settings(
  account: Account,
  { ownership, acl, publicAccessBlock }: Resource<'s3.bucket'>,
): NonNullable<Settings['s3']> {
  const owned = valueOf(ownership);
  const list = valueOf(acl);
  return {
    blockPublicAccess: blockOf(account, publicAccessBlock),
    ...(owned !== undefined && { ownership: owned }),
    ...(list !== undefined && { bucketAcl: list }),
    aclsUnknown: isUnread(ownership) || (isUnread(acl) && owned !== 'BucketOwnerEnforced'),
  };
}

function blockOf(
  account: Account,
  own: Observed<PublicAccessBlock>,
): PublicAccessBlock | 'unknown' {
  const ofAccount = accountBlock(account);
  if (!ofAccount.read || isUnread(own)) return 'unknown';
  return effectiveBlock(ofAccount.block, valueOf(own) ?? noBlock);
}

function valueOf<T>(observed: Observed<T>): T | undefined {
  return observed.state === 'present' ? observed.value : undefined;
}

function accessPointSide(account: Account, resource: string): ResourceSide {
  const [arn = ''] = resource.split('/object/');
  const point = account.find('s3.access-point', arn);
  if (point === undefined) {
    const policy = unreadPolicy(`the policy of ${arn}`, 'not in the snapshot');
    return { account: account.id, region: '', policy, settings: {} };
  }
  const bucket = valueOf(point.bucket);
  const behind = bucket === undefined ? undefined : bucketSide(account, bucket);
  const s3 = behind?.settings.s3;
  return {
    account: account.id,
    region: point.region,
    policy: observedPolicy(`access point policy of ${point.name}`, point.policy),
    settings: {
      s3: {
        ...s3,
        blockPublicAccess: pointBlock(s3?.blockPublicAccess, point.publicAccessBlock),
        bucketBehind: {
          arn: `arn:${account.partition}:s3:::${bucket ?? 'unknown'}`,
          ...(behind?.policy && { policy: behind.policy }),
        },
      },
    },
    ...(behind?.bucket && { bucket: behind.bucket }),
  };
}

/** An access point's own block counts beside that of bucket and account. */
function pointBlock(
  ofBucket: NonNullable<Settings['s3']>['blockPublicAccess'],
  own: Observed<PublicAccessBlock>,
): PublicAccessBlock | 'unknown' {
  if (ofBucket === 'unknown' || isUnread(own)) return 'unknown';
  return effectiveBlock({ ...noBlock, ...ofBucket }, valueOf(own) ?? noBlock);
}

function keySide(account: Account, resource: string, region: string): ResourceSide {
  const lookup = account.key(resource, region);
  if (lookup.found === 'key') return sideOfKey(account, lookup.key);
  const why = lookup.found === 'none' ? 'no such key' : unreadText(lookup.missing.why);
  const policy = unreadPolicy(`key policy of ${resource}`, why);
  return { account: account.id, region, policy, settings: {} };
}

function sideOfKey(account: Account, key: Resource<'kms.key'>): ResourceSide {
  const grants = valueOf(key.grants) ?? [];
  const manager = valueOf(key.manager);
  const name = `key policy of ${key.name}`;
  const policy = isUnread(key.grants)
    ? unreadPolicy(`the grants of ${key.name}`, unreadText(key.grants))
    : (observedPolicy(name, key.policy) ?? unreadPolicy(name, 'AWS gave none'));
  return {
    account: account.id,
    region: key.region,
    policy,
    settings: { kms: { grants, ...(manager !== undefined && { manager }) } },
    key,
  };
}

function roleSide(account: Account, resource: string): ResourceSide {
  const role = account.find('iam.role', resource);
  const name = `trust policy of ${role?.name ?? resource}`;
  const policy =
    role === undefined
      ? unreadPolicy(name, 'no such role in the snapshot')
      : (observedPolicy(name, role.trustPolicy) ?? unreadPolicy(name, 'AWS gave none'));
  return { account: account.id, region: '', policy, settings: {}, ...(role && { role }) };
}

function packageSide(account: Account, resource: string, own: ResourceSide): ResourceSide {
  const group = account.find('sagemaker.model-package-group', resource);
  if (group === undefined) {
    return resource.includes(':model-package-group/')
      ? { ...own, policy: unreadPolicy(`the policy of ${resource}`, 'not in the snapshot') }
      : own;
  }
  const policy = observedPolicy(`policy of ${group.name}`, group.policy);
  return { ...own, policy };
}
