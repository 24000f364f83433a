import { contextOf, type Context, type ContextValue } from '../../decide/context.ts';
import { derivedContext } from '../../decide/derived-context.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Account } from '../account.ts';
import { absentKeys } from './absent-keys.ts';
import type { OrganizationSide } from './organization-policies.ts';
import type { PrincipalSide } from './principal-side.ts';
import type { ResourceSide } from './resource-policies.ts';
import { resourceTagKeys, resourceTags } from './resource-tags.ts';

export interface ContextParts {
  readonly account: Account;
  readonly principal: PrincipalSide;
  readonly resource: ResourceSide;
  readonly organization: OrganizationSide;
  /** What the user and the service give. */
  readonly given: { readonly [key: string]: ContextValue };
  /** Keys that the user says the request lacks. */
  readonly without: readonly string[];
  /** A service makes this request for the caller, with the caller's permissions. */
  readonly forwarded: boolean;
}

/**
 * What is known of a request's context. A key is missing only if requests of this kind never carry
 * it; the rest, such as the caller's address, is unknown.
 */
export function requestContext(parts: ContextParts): Context {
  const written = writtenOf(parts);
  const isAbsent = absentKeys(parts);
  const context = derivedContext(parts.principal.principal, parts.resource.account, {
    get: (key) => written.get(key) ?? (isAbsent(key) ? undefined : 'unknown'),
  });
  if (!parts.forwarded) return context;
  // Which of these S3 sets when it calls KMS is not documented.
  return {
    get: (key) =>
      key === 'aws:viaawsservice' && written.get(key) === undefined ? 'unknown' : context.get(key),
  };
}

/** Either side is worked out once, however many requests it is part of. */
const ofPrincipals = new WeakMap<PrincipalSide, Context>();
const ofResources = new WeakMap<ResourceSide, Context>();
const ofGiven = new WeakMap<ContextParts['given'], Context>();

function writtenOf(parts: ContextParts): Context {
  const given = memo(ofGiven, parts.given, () => contextOf(parts.given));
  const principal = memo(ofPrincipals, parts.principal, () => contextOf(keysOfPrincipal(parts)));
  const resource = memo(ofResources, parts.resource, () => contextOf(keysOfResource(parts)));
  return { get: (key) => given.get(key) ?? principal.get(key) ?? resource.get(key) };
}

function memo<K extends object>(known: WeakMap<K, Context>, key: K, make: () => Context): Context {
  const context = known.get(key) ?? make();
  known.set(key, context);
  return context;
}

function keysOfPrincipal(parts: ContextParts): { readonly [key: string]: ContextValue } {
  const { principal } = parts;
  const who = principal.principal;
  return {
    ...prefixed('aws:PrincipalTag/', principal.tags),
    ...organizationOfCaller(parts),
    ...('account' in who && { 'kms:CallerAccount': who.account }),
    ...(principal.userId !== undefined && { 'aws:userid': principal.userId }),
  };
}

function keysOfResource(parts: ContextParts): { readonly [key: string]: ContextValue } {
  const { account, resource } = parts;
  return {
    'aws:SecureTransport': 'true',
    'aws:CurrentTime': account.takenAt,
    'aws:EpochTime': String(Math.floor(Date.parse(account.takenAt) / 1000)),
    ...(resource.region !== '' && { 'aws:RequestedRegion': resource.region }),
    ...tagsOfResource(resource),
    ...organizationOfResource(parts),
    ...(resource.bucket !== undefined && { 's3:ResourceAccount': resource.account }),
    ...accessPointKeys(resource),
  };
}

function tagsOfResource(resource: ResourceSide): { readonly [key: string]: string } {
  const tags = resourceTags(resource);
  return Object.fromEntries(
    resourceTagKeys(resource).flatMap((start) => Object.entries(prefixed(start, tags))),
  );
}

function organizationOfCaller({ account, principal, organization }: ContextParts) {
  const who = principal.principal;
  if (!('account' in who) || who.account !== account.id) return {};
  return organizationKeys('aws:Principal', organization);
}

/** Only services that are known to carry the keys; EC2 and EventBridge do not always. */
function organizationOfResource({ account, resource, organization }: ContextParts) {
  const carries = resource.bucket !== undefined || resource.key !== undefined;
  if (!carries || resource.account !== account.id) return {};
  return organizationKeys('aws:Resource', organization);
}

function organizationKeys(
  start: string,
  { id, path }: OrganizationSide,
): { readonly [key: string]: ContextValue } {
  return {
    ...(id.state === 'present' && { [`${start}OrgID`]: id.value }),
    ...(path.state === 'present' && { [`${start}OrgPaths`]: [path.value] }),
  };
}

/** An access point bound to a VPC is reached from there only. */
function accessPointKeys({ point }: ResourceSide): { readonly [key: string]: ContextValue } {
  if (point === undefined) return {};
  const { id, account, networkOrigin, vpc } = point;
  return {
    's3:DataAccessPointArn': id,
    's3:DataAccessPointAccount': account,
    ...(networkOrigin.state === 'present' && {
      's3:AccessPointNetworkOrigin': networkOrigin.value,
    }),
    ...(vpc.state === 'present' && { 'aws:SourceVpc': vpc.value }),
  };
}

function prefixed(
  prefix: string,
  tags: Tags | undefined | 'unknown',
): { readonly [key: string]: string } {
  if (tags === undefined || tags === 'unknown') return {};
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}${key}`, value]));
}
