import type { Principal } from '../../decide/principal.ts';
import { contextOf, type Context, type ContextValue } from '../../decide/context.ts';
import { derivedContext } from '../../decide/derived-context.ts';
import { isUnread, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Account } from '../account.ts';
import type { OrganizationSide } from './organization-policies.ts';
import type { PrincipalSide } from './principal-side.ts';
import type { ResourceSide } from './resource-policies.ts';

/** Keys that a request may carry, with values that no snapshot tells. */
const neverKnown = [
  ...['aws:sourceip', 'aws:sourcevpc', 'aws:sourcevpce', 'aws:sourcevpcarn', 'aws:vpcsourceip'],
  ...['aws:useragent', 'aws:referer', 'aws:userid', 'aws:sourceidentity', 'aws:tokenissuetime'],
  ...['aws:multifactorauthpresent', 'aws:multifactorauthage', 'aws:requesttag/*', 'aws:tagkeys'],
  ...['aws:federatedprovider', 'aws:ec2instancesourcevpc', 'aws:ec2instancesourceprivateipv4'],
  ...['aws:requestedregion', 'aws:resourceorgid', 'aws:resourceorgpaths', 'aws:resourcetag/*'],
  ...[
    'sts:*',
    'saml:*',
    'iam:*',
    'sagemaker:*',
    's3:*',
    'kms:encryptioncontext*',
    'kms:requestalias',
  ],
];

/** Keys of calls that a service makes; a principal that calls by itself has none of them. */
const ofServices = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];

export interface ContextParts {
  readonly account: Account;
  readonly principal: PrincipalSide;
  readonly resource: ResourceSide;
  readonly organization: OrganizationSide;
  /** What the user and the service give. */
  readonly given: { readonly [key: string]: ContextValue };
}

/** What is known of a request's context: the rest is unknown, not missing. */
export function requestContext(parts: ContextParts): Context {
  const { account, principal, resource, organization, given } = parts;
  const who = principal.principal;
  const tags = principal.tags;
  const known = {
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': account.takenAt,
    'aws:EpochTime': String(Math.floor(Date.parse(account.takenAt) / 1000)),
    ...(resource.region !== '' && { 'aws:RequestedRegion': resource.region }),
    ...prefixed('aws:PrincipalTag/', tags),
    ...organizationKeys(who, account, organization),
    ...('account' in who && { 'kms:CallerAccount': who.account }),
    ...(principal.userId !== undefined && { 'aws:userid': principal.userId }),
    ...resourceTags(resource),
    ...given,
  };
  const unknown = [
    ...neverKnown,
    ...(who.kind === 'service' ? ofServices : []),
    ...(tags === 'unknown' ? ['aws:principaltag/*'] : []),
    ...unknownOrganization(who, account, organization),
  ];
  return derivedContext(who, resource.account, contextOf(known, unknown));
}

function organizationKeys(
  who: Principal,
  account: Account,
  { id, path }: OrganizationSide,
): { readonly [key: string]: ContextValue } {
  if (!('account' in who) || who.account !== account.id) return {};
  return {
    ...(id.state === 'present' && { 'aws:PrincipalOrgID': id.value }),
    ...(path.state === 'present' && { 'aws:PrincipalOrgPaths': [path.value] }),
  };
}

function unknownOrganization(
  who: Principal,
  account: Account,
  { id, path }: OrganizationSide,
): readonly string[] {
  if (!('account' in who)) return [];
  const own = who.account === account.id;
  // A member may learn the organisation's id, but not its own place in it.
  return [
    ...(own && !isUnread(id) ? [] : ['aws:principalorgid']),
    ...(own && !isUnread(path) ? [] : ['aws:principalorgpaths']),
  ];
}

/** S3 gives a bucket's tags only where attribute-based access control is switched on. */
function resourceTags({ bucket, key, role }: ResourceSide): { readonly [key: string]: string } {
  if (key !== undefined) return prefixed('aws:ResourceTag/', tagsOf(key.tags));
  if (role !== undefined) return prefixed('aws:ResourceTag/', tagsOf(role.tags));
  if (bucket?.abac.state === 'present' && bucket.abac.value === 'Enabled') {
    return prefixed('aws:ResourceTag/', tagsOf(bucket.tags));
  }
  return {};
}

function tagsOf(observed: Observed<Tags>): Tags | undefined {
  return observed.state === 'present' ? observed.value : undefined;
}

function prefixed(
  prefix: string,
  tags: Tags | undefined | 'unknown',
): { readonly [key: string]: string } {
  if (tags === undefined || tags === 'unknown') return {};
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value]));
}
