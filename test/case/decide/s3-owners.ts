import type { JsonObject } from '../../../src/model/json.ts';
import type { CaseSettings } from '../../../src/decide/case.ts';
import {
  all,
  bucket,
  type CaseRow,
  casesOf,
  deny,
  doc,
  grant,
  nothing,
  other,
  root,
} from './build.ts';
import { otherRole, own, role } from './build.ts';
import { page, type Case } from './case.ts';

// Objects of another owner than the bucket’s.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const third = '777788889999';
const group = 'http://acs.amazonaws.com/groups/';
const everyone = `${group}global/AllUsers`;
const signed = `${group}global/AuthenticatedUsers`;
const silent = {};

function acl(permission: string, grantee = everyone): JsonObject {
  return { owner: 'o', grants: [{ grantee, permission, type: 'Group' }] };
}

const ofThird: CaseSettings = { s3: { ownership: 'ObjectWriter', objectOwner: third } };

const shared: CaseSettings = {
  s3: { ownership: 'ObjectWriter', objectOwner: third, objectAcl: acl('READ', signed) },
};

const ofOther: CaseSettings = { s3: { ownership: 'ObjectWriter', objectOwner: other } };
const open = { identity: [all], resource: doc(grant('*')) };
const shut = { identity: [all], resource: doc(deny('s3:*', `${bucket}/*`, { Principal: '*' })) };

/** The example of the page: caller, bucket and object belong to three accounts. */
const owners: readonly CaseRow[] = [
  [
    'three-accounts',
    'The caller’s account and the object’s ACL allow',
    otherRole,
    { identity: [all] },
    yes,
    silent,
    shared,
  ],
  [
    'three-no-identity',
    'The caller’s account does not',
    otherRole,
    { identity: [nothing] },
    no,
    silent,
    shared,
  ],
  [
    'three-no-acl',
    'The ACL does not, and the bucket policy cannot',
    otherRole,
    open,
    no,
    silent,
    ofThird,
  ],
  ['three-deny', 'The bucket policy may deny', otherRole, shut, denied, silent, shared],
  [
    'own-object',
    'Where the bucket owner owns the object, its policy allows',
    otherRole,
    open,
    yes,
    silent,
    { s3: { ownership: 'ObjectWriter', objectOwner: own } },
  ],
  [
    'preferred',
    'So where it is preferred as the owner, and is it',
    otherRole,
    open,
    yes,
    silent,
    { s3: { ownership: 'BucketOwnerPreferred', objectOwner: own } },
  ],
  [
    'preferred-other',
    'Preferred is not enforced',
    otherRole,
    open,
    no,
    silent,
    { s3: { ownership: 'BucketOwnerPreferred', objectOwner: third } },
  ],
  [
    'enforced',
    'Enforced, nobody else owns anything',
    otherRole,
    open,
    yes,
    silent,
    { s3: { ownership: 'BucketOwnerEnforced', objectOwner: third } },
  ],
  [
    'list',
    'Listing is about the bucket, not about who owns objects',
    otherRole,
    open,
    yes,
    { action: 's3:ListBucket', resource: bucket },
    ofThird,
  ],
  [
    'bucket-owner-by-acl',
    'The bucket owner’s role reads it by the ACL',
    role,
    { identity: [all] },
    yes,
    silent,
    shared,
  ],

  [
    'object-owner',
    'Users of the object’s owner need no ACL, but their own account’s Allow',
    otherRole,
    { identity: [all] },
    yes,
    silent,
    ofOther,
  ],
  [
    'object-owner-no-identity',
    'Which must be there',
    otherRole,
    { identity: [nothing] },
    no,
    silent,
    ofOther,
  ],
  [
    'object-owner-deny',
    'The bucket policy may deny them',
    otherRole,
    shut,
    denied,
    silent,
    ofOther,
  ],
  [
    'bucket-owner',
    'Users of the bucket’s owner need the ACL',
    role,
    { identity: [all] },
    no,
    silent,
    ofOther,
  ],
  ['bucket-owner-root', 'So does its root user', root, silent, no, silent, ofOther],
  [
    'bucket-owner-delete',
    'The bucket’s owner may delete any object',
    role,
    { identity: [all] },
    yes,
    { action: 's3:DeleteObject' },
    ofOther,
  ],
  [
    'bucket-owner-put',
    'And write over it',
    role,
    { identity: [all] },
    yes,
    { action: 's3:PutObject' },
    ofOther,
  ],
  [
    'write-by-policy',
    'Writing is the bucket owner’s to allow',
    otherRole,
    open,
    yes,
    { action: 's3:PutObject' },
    ofThird,
  ],
];

export const cases: readonly Case[] = owners.map(casesOf('s3-owner', 'A10.2', page.s3Object));
