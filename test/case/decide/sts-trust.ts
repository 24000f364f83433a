import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import { all, allow, allowing, type CaseRow, casesOf, deny, doc, nothing } from './build.ts';
import { own, role, root, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// Who gets into a role: whom its trust policy names, and what must be allowed beside it.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const target = `arn:aws:iam::${own}:role/Deploy`;

function trusts(principal: JsonValue, more: JsonObject = {}): JsonObject {
  return { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more };
}

const byRole = { resource: doc(trusts({ AWS: role })) };
const byAccount = { resource: doc(trusts({ AWS: root })) };
const everyone = doc(allow('*', '*', { Principal: '*' }));

const named: readonly CaseRow[] = [
  ['session-of-role', 'A session of the role that is named', session, byRole, yes],
  [
    'session',
    'A session that is named itself',
    session,
    { resource: doc(trusts({ AWS: session })) },
    yes,
  ],
  [
    'other-session',
    'A session is no other session',
    `${session}2`,
    { resource: doc(trusts({ AWS: session })) },
    no,
  ],
  [
    'role-path',
    'A role with a path, by its session',
    session,
    { resource: doc(trusts({ AWS: `arn:aws:iam::${own}:role/ml/Train` })) },
    yes,
  ],
  [
    'case',
    'Names know case',
    `arn:aws:iam::${own}:user/Maria`,
    { resource: doc(trusts({ AWS: user })) },
    no,
  ],
  ['two', 'One of two', user, { resource: doc(trusts({ AWS: [role, user] })) }, yes],
  [
    'deleted',
    'The id of a deleted role is nobody',
    role,
    { resource: doc(trusts({ AWS: 'AROAEXAMPLEEXAMPLE123' })) },
    no,
  ],
  [
    'account-for-role',
    'The account is named, the role is allowed',
    role,
    { ...byAccount, ...allowing('sts:AssumeRole', target) },
    yes,
  ],
  [
    'account-other-target',
    'Allowed for another role',
    role,
    { ...byAccount, ...allowing('sts:AssumeRole', `${target}2`) },
    no,
  ],
  [
    'account-by-pattern',
    'Allowed for roles of such names',
    role,
    { ...byAccount, ...allowing('sts:AssumeRole', `arn:aws:iam::${own}:role/De*`) },
    yes,
  ],
  [
    'account-boundary',
    'A boundary limits it',
    role,
    { ...byAccount, identity: [all], boundary: [nothing] },
    no,
  ],
  [
    'account-session-policy',
    'So does a session policy',
    session,
    { ...byAccount, identity: [all], session: [nothing] },
    no,
  ],
  [
    'user-boundary',
    'A boundary does not limit a user that is named',
    user,
    { boundary: [nothing], resource: doc(trusts({ AWS: user })) },
    yes,
  ],
  [
    'role-session-policy',
    'A session policy limits a role that is named',
    session,
    { ...byRole, session: [nothing] },
    no,
  ],
  ['scp', 'The organisation limits who is named', role, { ...byRole, scp: [[nothing]] }, no],
  [
    'scp-deny',
    'Or denies',
    role,
    { ...byRole, scp: [[all, doc(deny('sts:AssumeRole', target))]] },
    denied,
  ],
  [
    'rcp-deny',
    'As that of the role',
    role,
    { ...byRole, rcp: [[everyone, doc(deny('sts:AssumeRole', '*', { Principal: '*' }))]] },
    denied,
  ],
  [
    'action-star',
    'Trust for every action of STS',
    role,
    { resource: doc({ ...trusts({ AWS: role }), Action: 'sts:*' }) },
    yes,
  ],
  [
    'action-other',
    'Trust for another action',
    role,
    { resource: doc({ ...trusts({ AWS: role }), Action: 'sts:TagSession' }) },
    no,
  ],
];

function intoRole(row: CaseRow): CaseRow {
  const [id, title, principal, policies, expect, request] = row;
  const asked = { action: 'sts:AssumeRole', resource: target, ...request };
  return [id, title, principal, policies, expect, asked];
}

export const cases: readonly Case[] = named
  .map(intoRole)
  .map(casesOf('sts-named', 'A7.1', page.roles));
