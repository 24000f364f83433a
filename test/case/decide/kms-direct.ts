import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CasePolicies } from '../../../src/decide/case.ts';
import { all, allow, type CaseRow, casesOf, deny, doc, having, nothing, onKey } from './build.ts';
import { other, own, role, root, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// Whom a key policy names.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const trail = { service: 'cloudtrail.amazonaws.com' };

function lets(
  principal: JsonValue,
  action: JsonValue = 'kms:*',
  more: JsonObject = {},
): JsonObject {
  return { Effect: 'Allow', Principal: principal, Action: action, Resource: '*', ...more };
}

function under(condition: JsonObject): JsonObject {
  return { Condition: condition };
}

const account = lets({ AWS: root });
const delegated = doc(account);
const named = (...more: readonly JsonObject[]): CasePolicies => ({
  resource: doc(lets({ AWS: role }), ...more),
});

const direct: readonly CaseRow[] = [
  [
    'session-policy',
    'A session policy limits a role that is named',
    session,
    { session: [nothing], ...named() },
    no,
  ],
  [
    'session-named',
    'Not a session that is named itself',
    session,
    { session: [nothing], resource: doc(lets({ AWS: session })) },
    yes,
  ],
  [
    'user-boundary',
    'A boundary does not limit a user that is named',
    user,
    { boundary: [nothing], resource: doc(lets({ AWS: user })) },
    yes,
  ],
  [
    'identity-deny',
    'A Deny of its own policies stops a role that is named',
    role,
    { identity: [doc(deny('kms:*'))], ...named() },
    denied,
  ],
  [
    'boundary-deny',
    'So does one of its boundary',
    role,
    { boundary: [all, doc(deny('kms:*'))], ...named() },
    denied,
  ],
  ['scp', 'The organisation limits it', role, { scp: [[nothing]], ...named() }, no],
  [
    'rcp',
    'So does the key’s',
    role,
    {
      rcp: [[doc(allow('*', '*', { Principal: '*' }), deny('kms:*', '*', { Principal: '*' }))]],
      ...named(),
    },
    denied,
  ],
  [
    'service',
    'A service that is named',
    trail,
    { resource: doc(lets({ Service: trail.service }, 'kms:GenerateDataKey*')) },
    yes,
    { action: 'kms:GenerateDataKey' },
  ],
  [
    'service-source',
    'For another account',
    trail,
    {
      resource: doc(
        lets(
          { Service: trail.service },
          'kms:*',
          under({ StringEquals: { 'aws:SourceAccount': own } }),
        ),
      ),
    },
    no,
    having({ 'aws:SourceAccount': other }),
  ],
  [
    'service-account',
    'A key that is left to the account is not left to services',
    trail,
    { resource: delegated },
    no,
  ],
  [
    'role-path',
    'A role with a path, by a session that lost it',
    session,
    { resource: doc(lets({ AWS: `arn:aws:iam::${own}:role/ml/Train` })) },
    yes,
  ],
  [
    'deny-others',
    'A Deny of all but one role hits the root user',
    root,
    {
      resource: doc(account, {
        ...lets('*', 'kms:Decrypt', under({ ArnNotEquals: { 'aws:PrincipalArn': role } })),
        Effect: 'Deny',
      }),
    },
    denied,
  ],
  [
    'deny-others-role',
    'And spares the role',
    role,
    named({
      ...lets('*', 'kms:Decrypt', under({ ArnNotEquals: { 'aws:PrincipalArn': role } })),
      Effect: 'Deny',
    }),
    yes,
  ],
];

export const cases: readonly Case[] = direct
  .map(onKey)
  .map(casesOf('kms-direct', 'A8.2', page.keyPolicy));
