import type { JsonObject } from '../../../src/model/json.ts';
import type { CaseSettings } from '../../../src/decide/case.ts';
import { all, bucket, type CaseRow, casesOf, deny, doc, grant, nothing, object } from './build.ts';
import { other, otherRole } from './build.ts';
import { page, type Case } from './case.ts';

// What each permission of an ACL lets whom do.

const yes = 'allowed';
const no = 'implicitly-denied';
const group = 'http://acs.amazonaws.com/groups/';
const everyone = `${group}global/AllUsers`;
const signed = `${group}global/AuthenticatedUsers`;

function acl(permission: string, grantee = everyone): JsonObject {
  return { owner: 'o', grants: [{ grantee, permission, type: 'Group' }] };
}

function onObject(permission: string, more: JsonObject = {}): CaseSettings {
  return { s3: { ownership: 'ObjectWriter', objectAcl: acl(permission), ...more } };
}

function onBucket(permission: string, grantee = everyone): CaseSettings {
  return { s3: { ownership: 'ObjectWriter', bucketAcl: acl(permission, grantee) } };
}

/** The ACL, what everybody asks for, and whether that permission of everybody's allows it. */
type PermissionRow = readonly [
  of: 'object' | 'bucket',
  permission: string,
  action: string,
  holds: boolean,
];

const permissions: readonly PermissionRow[] = [
  ['object', 'READ', 's3:GetObjectVersion', true],
  ['object', 'READ', 's3:GetObjectTagging', false],
  ['object', 'READ', 's3:GetObjectAcl', false],
  ['object', 'READ', 's3:ListBucket', false],
  ['object', 'READ_ACP', 's3:GetObjectAcl', true],
  ['object', 'READ_ACP', 's3:GetObjectVersionAcl', true],
  ['object', 'READ_ACP', 's3:GetObject', false],
  ['object', 'WRITE_ACP', 's3:PutObjectAcl', true],
  ['object', 'WRITE_ACP', 's3:PutObject', false],
  ['object', 'FULL_CONTROL', 's3:GetObject', true],
  ['object', 'FULL_CONTROL', 's3:PutObjectAcl', true],
  ['object', 'FULL_CONTROL', 's3:DeleteObject', false],
  ['object', 'FULL_CONTROL', 's3:PutObject', false],
  ['bucket', 'READ', 's3:ListBucketVersions', true],
  ['bucket', 'READ', 's3:ListBucketMultipartUploads', true],
  ['bucket', 'READ', 's3:GetBucketLocation', false],
  ['bucket', 'READ', 's3:GetBucketAcl', false],
  ['bucket', 'READ_ACP', 's3:GetBucketAcl', true],
  ['bucket', 'WRITE_ACP', 's3:PutBucketAcl', true],
  ['bucket', 'WRITE', 's3:ListBucket', false],
  ['bucket', 'FULL_CONTROL', 's3:PutObject', true],
  ['bucket', 'FULL_CONTROL', 's3:ListBucket', true],
  ['bucket', 'FULL_CONTROL', 's3:PutBucketAcl', true],
  ['bucket', 'FULL_CONTROL', 's3:GetObject', false],
  ['bucket', 'FULL_CONTROL', 's3:GetBucketPolicy', false],
];

function permissionRow([of, permission, action, holds]: PermissionRow): CaseRow {
  const title = `${permission} of the ${of} ${holds ? 'allows' : 'does not allow'} everybody ${action}`;
  const request = { action, resource: action.includes('Object') ? object : bucket };
  const settings = of === 'object' ? onObject(permission) : onBucket(permission);
  const id = `${of}-${permission}-${action.slice(3)}`;
  return [id, title, 'anonymous', {}, holds ? yes : no, request, settings];
}

const read = {};
const ignored = { blockPublicAccess: { ignorePublicAcls: true } };
const restricted = { blockPublicAccess: { restrictPublicBuckets: true } };

const callers: readonly CaseRow[] = [
  [
    'log-delivery',
    'The group for logs is not everybody',
    'anonymous',
    {},
    no,
    { action: 's3:PutObject' },
    onBucket('WRITE', `${group}s3/LogDelivery`),
  ],
  [
    'signed',
    'A user of another account whose own account allows',
    otherRole,
    { identity: [all] },
    yes,
    read,
    onObject('READ'),
  ],
  [
    'signed-unallowed',
    'One whose own account does not',
    otherRole,
    { identity: [nothing] },
    no,
    read,
    onObject('READ'),
  ],
  [
    'signed-scp',
    'One whose organisation does not',
    otherRole,
    { identity: [all], scp: [[nothing]] },
    no,
    read,
    onObject('READ'),
  ],
  [
    'rcp',
    'Nobody, if the owner’s organisation denies',
    'anonymous',
    { rcp: [[doc(deny('s3:*', '*', { Principal: '*' }))]] },
    'explicitly-denied',
    read,
    onObject('READ'),
  ],
  [
    'preferred',
    'ACLs count where the bucket owner is preferred',
    'anonymous',
    {},
    yes,
    read,
    onObject('READ', { ownership: 'BucketOwnerPreferred' }),
  ],
  [
    'ignored-signed',
    'IgnorePublicAcls: a grant to all accounts is public, too',
    otherRole,
    { identity: [all] },
    no,
    read,
    onObject('READ', { objectAcl: acl('READ', signed), ...ignored }),
  ],
  [
    'ignored-policy',
    'IgnorePublicAcls leaves policies alone',
    'anonymous',
    { resource: doc(grant('*')) },
    yes,
    read,
    onObject('READ', ignored),
  ],
  [
    'blocked-put',
    'BlockPublicAcls leaves what is set',
    'anonymous',
    {},
    yes,
    read,
    onObject('READ', { blockPublicAccess: { blockPublicAcls: true } }),
  ],
  [
    'restricted',
    'RestrictPublicBuckets leaves ACLs alone where the policy is not public',
    'anonymous',
    { resource: doc(grant({ AWS: other })) },
    yes,
    read,
    onObject('READ', restricted),
  ],
  [
    'restricted-public',
    'Where it is, it cuts off who comes by the ACL, too',
    'anonymous',
    { resource: doc(grant('*')) },
    no,
    read,
    onObject('READ', restricted),
  ],
];

export const cases: readonly Case[] = [...permissions.map(permissionRow), ...callers].map(
  casesOf('s3-acl-permission', 'A10.2', page.s3Acl),
);
