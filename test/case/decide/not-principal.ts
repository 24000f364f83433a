import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import {
  all,
  allow,
  casesOf,
  type CaseRow,
  deny,
  doc,
  federatedUser,
  grant,
  nothing,
} from './build.ts';
import { other, otherRole, otherRoot, own, read, role, root, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// Deny with NotPrincipal: AWS may look at the account, then the role, then the session, so that
// only who is listed with all of them is spared for sure.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const unknown = 'unknown';

const service = { service: 'sagemaker.amazonaws.com' };
const foreignSession = `arn:aws:sts::${other}:assumed-role/Partner/s1`;
const pathRole = `arn:aws:iam::${own}:role/ml/Train`;

type Row = readonly [
  title: string,
  notPrincipal: JsonValue,
  caller: CaseRequest['principal'],
  expect: Outcome,
];

/** Everything else allows the caller. */
const lists: readonly Row[] = [
  ['a user, listed with its account’s id', { AWS: [user, own] }, user, yes],
  ['a user whose account alone is listed', { AWS: root }, user, unknown],
  ['another user of a listed account', { AWS: [`${user}2`, root] }, user, unknown],
  ['a user where nobody of its account is listed', { AWS: [otherRole, otherRoot] }, user, denied],
  ['a user listed under a deleted id', { AWS: 'AIDAEXAMPLEID12345678' }, user, denied],
  ['a user listed in another case', { AWS: user.replace('maria', 'Maria') }, user, denied],
  ['a session without its role', { AWS: [session, root] }, session, unknown],
  ['a session, listed alone', { AWS: session }, session, unknown],
  ['another session of the role', { AWS: [`${session}0`, role, root] }, session, unknown],
  ['a session of a role with a path', { AWS: [session, pathRole, root] }, session, yes],
  ['a role of which no session is known', { AWS: [role, root] }, role, unknown],
  ['another role', { AWS: `${role}2` }, session, denied],
  ['a federated user, listed with its account', { AWS: [federatedUser, root] }, federatedUser, yes],
  ['a federated user, listed alone', { AWS: federatedUser }, federatedUser, unknown],
  ['the root user, listed by its account’s id', { AWS: own }, root, yes],
  ['the root user where a user is listed', { AWS: user }, root, denied],
  ['anybody, when everybody is listed', { AWS: '*' }, session, yes],
  ['a service that is listed', { Service: service.service }, service, yes],
  ['another service', { Service: 'glue.amazonaws.com' }, service, denied],
  ['a service where accounts are listed', { AWS: own }, service, denied],
  ['a stranger', { AWS: [user, root] }, 'anonymous', denied],
  [
    'a foreign session, listed with role and account',
    { AWS: [foreignSession, otherRole, otherRoot] },
    foreignSession,
    yes,
  ],
  ['a foreign role without its account', { AWS: otherRole }, foreignSession, unknown],
  ['a foreign role where only our account is listed', { AWS: root }, foreignSession, denied],
  [
    'a role listed with a wildcard',
    { AWS: [`arn:aws:iam::${own}:role/*`, root] },
    session,
    unknown,
  ],
];

/** What lets in everybody but those listed; nobody needs more in the same account. */
const allowed: readonly Row[] = [
  ['everybody but a deleted id', { AWS: 'AIDAEXAMPLEID12345678' }, user, yes],
  ['everybody but the role of this session', { AWS: role }, session, no],
  ['everybody but this account', { AWS: own }, user, no],
  ['everybody but a service', { Service: service.service }, user, yes],
  ['everybody but a service, which asks', { Service: service.service }, service, no],
  [
    'everybody but a canonical user, whoever it is',
    { CanonicalUser: '79a59df900b9' },
    user,
    unknown,
  ],
  ['everybody but roles by a wildcard', { AWS: `arn:aws:iam::${own}:role/*` }, role, unknown],
];

const spared = { NotPrincipal: { AWS: [user, root] } };

const bounded: readonly CaseRow[] = [
  [
    'session',
    'Who has a boundary is denied, though session, role and account are listed',
    session,
    { ...denyTo({ NotPrincipal: { AWS: [session, role, root] } }), boundary: [all] },
    denied,
  ],
  [
    'foreign',
    'A boundary in another account does it too',
    foreignSession,
    {
      identity: [all],
      boundary: [all],
      resource: doc(
        grant('*'),
        deny('s3:*', '*', { NotPrincipal: { AWS: [foreignSession, otherRole, otherRoot] } }),
      ),
    },
    denied,
  ],
  [
    'principal-arn',
    'The condition that AWS recommends instead spares who has a boundary',
    session,
    {
      ...denyTo({ Principal: '*', Condition: { ArnNotEquals: { 'aws:PrincipalArn': role } } }),
      boundary: [all],
    },
    yes,
  ],
  [
    'principal-arn-other',
    'And hits everybody else',
    user,
    denyTo({ Principal: '*', Condition: { ArnNotEquals: { 'aws:PrincipalArn': role } } }),
    denied,
  ],
  [
    'root',
    'A root user has no boundary',
    root,
    { ...denyTo({ NotPrincipal: { AWS: root } }), boundary: [all] },
    yes,
  ],
  [
    'service',
    'Nor has a service',
    service,
    { ...denyTo({ NotPrincipal: { Service: service.service } }), boundary: [all] },
    yes,
  ],
];

const around: readonly CaseRow[] = [
  [
    'other-action',
    'A Deny with NotPrincipal of another action is of no matter',
    session,
    {
      identity: [all],
      resource: doc(deny('s3:PutObject', '*', spared)),
    },
    yes,
  ],
  [
    'condition-fails',
    'Nor one whose condition does not hold',
    session,
    denyTo({ ...spared, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    yes,
    { context: { 'aws:SecureTransport': 'true' } },
  ],
  [
    'grants-nothing',
    'To be spared from a Deny is no Allow',
    user,
    { identity: [nothing], resource: doc(deny('s3:*', '*', spared)) },
    no,
  ],
  [
    'partly-listed-nothing',
    'Who is not allowed anyway is not, whether a Deny matches or not',
    user,
    { identity: [nothing], resource: doc(deny('s3:*', '*', { NotPrincipal: { AWS: user } })) },
    no,
  ],
  [
    'plain-deny-beside',
    'A plain Deny beside it wins',
    user,
    {
      identity: [all],
      resource: doc(deny('s3:*', '*', spared), deny('s3:*', '*', { Principal: { AWS: user } })),
    },
    denied,
  ],
  [
    'endpoint',
    'It may stand in an endpoint policy',
    session,
    {
      identity: [all],
      endpoint: [doc(grant('*'), deny('s3:*', '*', spared))],
    },
    unknown,
  ],
];

function denyTo(whom: JsonObject): CasePolicies {
  return { identity: [all], resource: doc(grant('*'), deny('s3:*', '*', whom)) };
}

export const cases: readonly Case[] = [
  ...lists.map(([title, notPrincipal, caller, expect], index): Case => ({
    id: `not-principal-${String(index)}`,
    title: `NotPrincipal: ${title}`,
    line: 'A4.8',
    cites: page.notPrincipal,
    request: { ...read, principal: caller, resourceAccount: own },
    policies: {
      ...denyTo({ NotPrincipal: notPrincipal }),
      ...(caller === federatedUser && { session: [all] }),
    },
    expect,
  })),
  ...allowed.map(([title, notPrincipal, caller, expect], index): Case => ({
    id: `not-principal-allow-${String(index)}`,
    title: `Allow to ${title}`,
    line: 'A4.8',
    cites: page.notPrincipal,
    request: { ...read, principal: caller, resourceAccount: own },
    policies: { resource: doc(allow('s3:*', '*', { NotPrincipal: notPrincipal })) },
    expect,
  })),
  ...bounded.map(casesOf('bounded', 'A2.7', page.boundaries)),
  ...around.map(casesOf('not-principal', 'A4.8', page.notPrincipal)),
];
