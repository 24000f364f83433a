import type { Principal } from '../../decide/principal.ts';
import type { ContextParts } from './request-context.ts';
import type { ResourceSide } from './resource-policies.ts';
import { resourceTagKeys, resourceTags } from './resource-tags.ts';

/** Keys of calls that a service makes for a resource; who calls for himself has none of them. */
const ofServices = ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'];
const serviceNames = ['aws:principalservicename', 'aws:principalservicenameslist'];

/** Keys of a call that a service makes with the caller's own permissions. */
const ofForwardedCalls = ['aws:calledvia', 'aws:calledviafirst', 'aws:calledvialast'];

const organizationKeys = ['aws:principalorgid', 'aws:principalorgpaths'];

/** Keys that come with the signature of a user or role. */
const ofSessions = [
  ...['aws:principalarn', 'aws:principalisawsservice', 'aws:tokenissuetime'],
  'aws:multifactorauthpresent',
  ...['aws:multifactorauthage', 'aws:sourceidentity', 'aws:federatedprovider', 'aws:assumedroot'],
  ...['aws:ec2instancesourcevpc', 'aws:ec2instancesourceprivateipv4'],
];

/**
 * Tells the keys that the request surely lacks (IAM User Guide, global condition context keys). Every
 * other key that nobody gave a value is unknown.
 */
export function absentKeys(parts: ContextParts): (key: string) => boolean {
  const { principal, resource, without, forwarded } = parts;
  const ofResource = known.get(resource) ?? new Map<string, (key: string) => boolean>();
  known.set(resource, ofResource);
  const who = principal.principal;
  const account = 'account' in who ? who.account : '';
  const key = `${who.kind} ${account} ${String(forwarded)} ${String(principal.tags === 'unknown')} ${without.join(' ')}`;
  const isAbsent = ofResource.get(key) ?? findAbsent(parts);
  ofResource.set(key, isAbsent);
  return isAbsent;
}

/** Alike for all principals of a kind and account. */
const known = new WeakMap<ResourceSide, Map<string, (key: string) => boolean>>();

function findAbsent(parts: ContextParts): (key: string) => boolean {
  const absent = new Set(
    [
      parts.without.map((key) => key.toLowerCase()),
      ofCaller(parts.principal.principal),
      parts.forwarded ? [] : [...ofForwardedCalls, 'kms:viaservice'],
      ofOrganization(parts),
      parts.resource.point === undefined && parts.resource.bucket !== undefined
        ? ['s3:dataaccesspointarn', 's3:dataaccesspointaccount', 's3:accesspointnetworkorigin']
        : [],
    ].flat(),
  );
  const untagged = [
    ...(parts.principal.tags === 'unknown' ? [] : ['aws:principaltag/']),
    ...(resourceTags(parts.resource) === 'unknown'
      ? []
      : resourceTagKeys(parts.resource).map((start) => start.toLowerCase())),
  ];
  return (key) => absent.has(key) || untagged.some((start) => key.startsWith(start));
}

function ofCaller(who: Principal): readonly string[] {
  switch (who.kind) {
    case 'service':
      return ['aws:username', 'aws:principalarn', ...organizationKeys];
    case 'anonymous':
      return ['aws:username', ...ofServices, ...serviceNames, ...organizationKeys, ...ofSessions];
    case 'federated':
      return ['aws:username', ...ofServices, ...serviceNames, ...organizationKeys];
    case 'user':
    case 'role':
    case 'federated-user':
    case 'root':
      return [...(who.kind === 'user' ? [] : ['aws:username']), ...ofServices, ...serviceNames];
  }
}

/** An account that is in no organisation. */
function ofOrganization({ account, principal, resource, organization }: ContextParts): string[] {
  if (organization.id.state !== 'absent') return [];
  const who = principal.principal;
  return [
    ...('account' in who && who.account === account.id ? organizationKeys : []),
    ...(resource.account === account.id ? ['aws:resourceorgid', 'aws:resourceorgpaths'] : []),
  ];
}
