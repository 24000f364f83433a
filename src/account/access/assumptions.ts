import type { ObjectEncryption } from './key-of-object.ts';
import type { PrincipalSide } from './principal-side.ts';
import type { ResourceSide } from './resource-policies.ts';

interface Answered {
  readonly principal: PrincipalSide;
  readonly resource: ResourceSide;
  readonly action: string;
  readonly key: ObjectEncryption;
}

/** What an answer takes for granted, because no snapshot can tell it. */
export function assumptionsOf({ principal, resource, action, key }: Answered): readonly string[] {
  return [
    ...principal.assumptions,
    'the call is made directly, over TLS, at the time of the snapshot',
    'no policy of a VPC endpoint stands in between',
    ...ofObject(resource, action, key),
    ...ofAccessPoint(resource),
  ];
}

function ofObject(
  { settings }: ResourceSide,
  action: string,
  key: ObjectEncryption,
): readonly string[] {
  const name = action.toLowerCase();
  const ownAcl = settings.s3?.ownership !== 'BucketOwnerEnforced' && /^s3:.*object/.test(name);
  return [
    ...(key.is === 'key' || key.is === 'no-key'
      ? ["the object is encrypted as the bucket's default encryption says"]
      : []),
    ...(key.is === 'key' && name === 's3:putobject'
      ? ['the object goes up in one part; several parts need kms:Decrypt, too']
      : []),
    ...(settings.s3 !== undefined && ownAcl
      ? ["the object belongs to the bucket's owner, and its own ACL grants nothing more"]
      : []),
  ];
}

function ofAccessPoint({ point }: ResourceSide): readonly string[] {
  if (point?.vpc.state !== 'present') return [];
  return [`the call comes from ${point.vpc.value}, the only VPC that the access point serves`];
}
