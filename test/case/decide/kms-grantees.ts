import type { JsonObject } from '../../../src/model/json.ts';
import type { CaseSettings } from '../../../src/decide/case.ts';
import { all, allow, type CaseRow, casesOf, deny, doc, federatedUser, nothing } from './build.ts';
import { onKey, role, root, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// Grants: to whom, for what, and what stands above them.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

/** Names somebody else, so that only grants let anybody in. */
const silent = {
  resource: doc({
    Effect: 'Allow',
    Principal: { AWS: `${role}2` },
    Action: 'kms:*',
    Resource: '*',
  }),
};

function to(
  grantee: string,
  operations: readonly string[] = ['Decrypt'],
  more: JsonObject = {},
): CaseSettings {
  return { kms: { grants: [{ grantee, operations, ...more }] } };
}

const any = {};
const service = { service: 'sagemaker.amazonaws.com' };
const everyone = { Principal: '*' };

const grantees: readonly CaseRow[] = [
  ['user', 'A user', user, silent, yes, any, to(user)],
  ['user-other', 'Another user', user, silent, no, any, to(`${user}2`)],
  ['session-of-role', 'A session of the role', session, silent, yes, any, to(role)],
  [
    'other-session',
    'A grant to one session is none to another',
    `${session}2`,
    silent,
    no,
    any,
    to(session),
  ],
  [
    'federated',
    'A federated user',
    federatedUser,
    { ...silent, session: [all] },
    yes,
    any,
    to(federatedUser),
  ],
  [
    'service-other',
    'A grant to one service is none to another',
    service,
    silent,
    no,
    any,
    to('ec2.amazonaws.com'),
  ],
  ['root', 'A grant to a role is none to the root user', root, silent, no, any, to(role)],
  ['stranger', 'Nor to a stranger', 'anonymous', silent, no, any, to(role)],
  [
    'two',
    'Grants add up',
    role,
    silent,
    yes,
    any,
    {
      kms: {
        grants: [
          { grantee: user, operations: ['Decrypt'] },
          { grantee: role, operations: ['Decrypt'] },
        ],
      },
    },
  ],
  [
    'two-halves',
    'But none is made of two halves',
    role,
    silent,
    no,
    any,
    {
      kms: {
        grants: [
          { grantee: user, operations: ['Decrypt'] },
          { grantee: role, operations: ['Encrypt'] },
        ],
      },
    },
  ],
  [
    'several-operations',
    'One of several operations',
    role,
    silent,
    yes,
    { action: 'kms:GenerateDataKey' },
    to(role, ['Decrypt', 'GenerateDataKey']),
  ],
  [
    'similar-operation',
    'An operation with a longer name is another',
    role,
    silent,
    no,
    { action: 'kms:GenerateDataKeyWithoutPlaintext' },
    to(role, ['GenerateDataKey']),
  ],
  [
    'no-operation',
    'What grants cannot give',
    role,
    silent,
    no,
    { action: 'kms:ScheduleKeyDeletion' },
    to(role, ['Decrypt', 'Encrypt', 'CreateGrant']),
  ],
  [
    'beside-policy',
    'Grants take nothing away',
    role,
    {
      resource: doc({ Effect: 'Allow', Principal: { AWS: role }, Action: 'kms:*', Resource: '*' }),
    },
    yes,
    { action: 'kms:Encrypt' },
    to(role),
  ],
];

const above: readonly CaseRow[] = [
  [
    'identity-deny',
    'The caller’s own Deny',
    role,
    { ...silent, identity: [doc(deny('kms:Decrypt'))] },
    denied,
    any,
    to(role),
  ],
  [
    'key-deny',
    'The key policy’s',
    role,
    { resource: doc({ Effect: 'Deny', ...everyone, Action: 'kms:Decrypt', Resource: '*' }) },
    denied,
    any,
    to(role),
  ],
  [
    'boundary-deny',
    'The boundary’s',
    role,
    { ...silent, boundary: [all, doc(deny('kms:*'))] },
    denied,
    any,
    to(role),
  ],
  [
    'session-deny',
    'The session policy’s',
    session,
    { ...silent, session: [all, doc(deny('kms:*'))] },
    denied,
    any,
    to(role),
  ],
  [
    'scp-deny',
    'The organisation’s',
    role,
    { ...silent, scp: [[all, doc(deny('kms:*'))]] },
    denied,
    any,
    to(role),
  ],
  [
    'scp-silent',
    'An organisation that allows nothing',
    role,
    { ...silent, scp: [[nothing]] },
    no,
    any,
    to(role),
  ],
  [
    'rcp-deny',
    'That of the key’s organisation',
    role,
    { ...silent, rcp: [[doc(allow('*', '*', everyone), deny('kms:*', '*', everyone))]] },
    denied,
    any,
    to(role),
  ],
  [
    'deny-elsewhere',
    'A Deny of another operation is of no matter',
    role,
    { ...silent, identity: [doc(deny('kms:Encrypt'))] },
    yes,
    any,
    to(role),
  ],
  [
    'deny-direct',
    'A Deny of what does not come through a service',
    role,
    {
      ...silent,
      identity: [doc(deny('kms:*', '*', { Condition: { Null: { 'kms:ViaService': 'true' } } }))],
    },
    denied,
    any,
    to(role),
  ],
];

export const cases: readonly Case[] = [
  ...grantees.map(onKey).map(casesOf('kms-grantee', 'A8.4', page.keyGrants)),
  ...above.map(onKey).map(casesOf('kms-above-grant', 'A8.4', page.keyGrants)),
];
