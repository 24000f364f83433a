import { parseArn, type Arn } from '../../model/arn.ts';
import { isUnread } from '../../model/observed.ts';
import type { Resource } from '../../model/resource.ts';
import type { SourcedPolicy } from '../../decide/policy-set.ts';
import type { Settings } from '../../decide/settings.ts';
import type { Account } from '../account.ts';
import { accessPointSide, bucketSide } from './bucket-side.ts';
import { repositorySide } from './repository-side.ts';
import { taggedResource, type TaggedResource } from './tagged-resource.ts';
import { observedPolicy, unreadPolicy, unreadText } from './sourced-policy.ts';

/** What stands on the resource's side of a request. */
export interface ResourceSide {
  /** Twelve digits; empty if it is some other account's, we do not know whose. */
  readonly account: string;
  /** Empty if it has none or is not known. */
  readonly region: string;
  readonly policy: SourcedPolicy | undefined;
  /** The policy of what the resource is in, where it counts beside the resource's own. */
  readonly above?: SourcedPolicy;
  readonly settings: Settings;
  readonly bucket?: Resource<'s3.bucket'>;
  readonly key?: Resource<'kms.key'>;
  readonly role?: Resource<'iam.role'>;
  readonly point?: Resource<'s3.access-point'>;
  /** Of a resource that is none of these. */
  readonly tagged?: TaggedResource;
}

/** Services whose resources have no policies of their own (IAM User Guide, services that work with IAM). */
const withoutPolicies: ReadonlySet<string> = new Set([
  ...['iam', 'sts', 'sagemaker', 'ec2', 'cloudwatch', 'account', 'autoscaling', 'tag', 'athena'],
  ...['ce', 'servicequotas'],
]);

/** Services of which the snapshot has every policy that their resources have. */
export function arePoliciesKnown(service: string): boolean {
  return withoutPolicies.has(service) || ['s3', 'kms', 'ecr'].includes(service);
}

/** `resource`: an ARN, or `*` for an action without one. */
export function resourceSide(account: Account, resource: string): ResourceSide {
  const arn = parseArn(resource);
  const own = { account: account.id, region: regionOf(arn), policy: undefined, settings: {} };
  if (arn === undefined) return own;
  if (arn.service === 's3' && arn.account === '') return bucketSide(account, arn.resource);
  if (arn.account !== '' && arn.account !== account.id) return foreign(resource, arn.account);
  const tagged = taggedResource(account, resource);
  return { ...ownSide(account, resource, own), ...(tagged && { tagged }) };
}

/** A pattern over regions is of none. */
function regionOf(arn: Arn | undefined): string {
  return arn === undefined || /[*?]/.test(arn.region) ? '' : arn.region;
}

/** `own`: the side of a resource of the account that has no policy. */
function ownSide(account: Account, resource: string, own: ResourceSide): ResourceSide {
  const [, service = '', type = ''] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:([^/]*)/.exec(resource) ?? [];
  if (service === 's3') return accessPointSide(account, resource);
  if (service === 'kms') return keySide(account, resource, own.region);
  if (service === 'iam' && type === 'role') return roleSide(account, resource);
  if (service === 'ecr' && type === 'repository') return repositorySide(account, resource, own);
  if (type.startsWith('model-package')) return packageSide(account, resource, own);
  if (withoutPolicies.has(service) || type === 'foundation-model') return own;
  return { ...own, policy: unreadPolicy(`the policy of ${resource}`, 'this kind is not captured') };
}

function foreign(resource: string, owner: string): ResourceSide {
  const policy = unreadPolicy(`the policy of ${resource}`, 'it belongs to another account');
  return { account: owner, region: '', policy, settings: {} };
}

function keySide(account: Account, resource: string, region: string): ResourceSide {
  const lookup = account.key(resource, region);
  if (lookup.found === 'key') return sideOfKey(account, lookup.key);
  const why = lookup.found === 'none' ? 'no such key' : unreadText(lookup.missing.why);
  const policy = unreadPolicy(`key policy of ${resource}`, why);
  return { account: account.id, region, policy, settings: {} };
}

function sideOfKey(account: Account, key: Resource<'kms.key'>): ResourceSide {
  const grants = key.grants.state === 'present' ? key.grants.value : [];
  const manager = key.manager.state === 'present' ? { manager: key.manager.value } : {};
  const name = `key policy of ${key.name}`;
  const policy = observedPolicy(name, key.policy) ?? unreadPolicy(name, 'AWS gave none');
  const settings = { kms: { grants, ...manager, grantsUnknown: isUnread(key.grants) } };
  return { account: account.id, region: key.region, policy, settings, key };
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

/** A group's policy is for its packages too; a package without a version is in no group. */
function packageSide(account: Account, resource: string, own: ResourceSide): ResourceSide {
  const versioned = /^(arn:(?:[^:]*:){4})model-package\/([^/]+)\/[^/]+$/.exec(resource);
  if (versioned === null && resource.includes(':model-package/')) return own;
  const arn = versioned ? `${versioned[1]}model-package-group/${versioned[2]}` : resource;
  const group = account.find('sagemaker.model-package-group', arn);
  if (group !== undefined) {
    return { ...own, policy: observedPolicy(`policy of ${group.name}`, group.policy) };
  }
  return { ...own, policy: unreadPolicy(`the policy of ${arn}`, 'not in the snapshot') };
}
