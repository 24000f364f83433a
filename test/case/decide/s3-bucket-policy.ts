import { all, allow, bucket, type CaseRow, casesOf, deny, doc, grant, nothing } from './build.ts';
import { other, otherRole, otherRoot, role, root, user } from './build.ts';
import { page, type Case } from './case.ts';

// Who gets at a bucket policy: the way back for a bucket’s owner.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

const shut = {
  identity: [all],
  resource: doc(deny('s3:*', [bucket, `${bucket}/*`], { Principal: '*' })),
};
const read = { action: 's3:GetBucketPolicy', resource: bucket };
const remove = { action: 's3:DeleteBucketPolicy', resource: bucket };

const recovery: readonly CaseRow[] = [
  ['read', 'The owner’s root user can read the policy that shuts it out', root, shut, yes, read],
  [
    'endpoint',
    'An endpoint’s policy can keep it from that',
    root,
    { ...shut, endpoint: [nothing] },
    no,
    read,
  ],
  [
    'scp',
    'So can its organisation, by a Deny',
    root,
    { ...shut, scp: [[all, doc(deny('s3:*'))]] },
    denied,
    remove,
  ],
  [
    'rcp',
    'Of resources as well',
    root,
    {
      ...shut,
      rcp: [
        [
          doc(
            allow('*', '*', { Principal: '*' }),
            deny('s3:DeleteBucketPolicy', '*', { Principal: '*' }),
          ),
        ],
      ],
    },
    denied,
    remove,
  ],
  ['admin', 'A user with every permission cannot', user, shut, denied, remove],
  ['foreign-root', 'Nor another account’s root user', otherRoot, shut, denied, remove],
  [
    'acl',
    'Nor can the root user do anything else',
    root,
    shut,
    denied,
    { action: 's3:PutBucketAcl', resource: bucket },
  ],
  ['object', 'Such as reading an object', root, shut, denied],
  ['without-policy', 'Without a policy it can do all', root, { resource: doc() }, yes],
  [
    'other-account',
    'A grant to another account is none of the owner’s',
    role,
    { resource: doc(grant({ AWS: other })) },
    no,
  ],

  [
    'foreign-put',
    'No other account may change the policy, whatever it says',
    otherRole,
    { identity: [all], resource: doc(grant({ AWS: other })) },
    no,
    { action: 's3:PutBucketPolicy', resource: bucket },
  ],
  [
    'foreign-read',
    'Or read it',
    otherRole,
    { identity: [all], resource: doc(grant({ AWS: other })) },
    no,
    read,
  ],
  [
    'foreign-root-remove',
    'Or, as its root user, remove it',
    otherRoot,
    { resource: doc(grant({ AWS: other })) },
    no,
    remove,
  ],
];

export const cases: readonly Case[] = recovery.map(
  casesOf('s3-recovery', 'A10.1', page.s3RootRecovery),
);
