import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CasePolicies } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import {
  all,
  allow,
  deny,
  doc,
  grant,
  nothing,
  other,
  otherRole,
  otherRoot,
  own,
  read,
} from './build.ts';
import { page, type Case } from './case.ts';

// Across accounts both sides must allow: the caller's account and the resource's.

type Row = readonly [
  id: string,
  title: string,
  named: JsonValue,
  policies: CasePolicies,
  expect: Outcome,
  caller?: string,
];

const foreignSession = `arn:aws:sts::${other}:assumed-role/Partner/s1`;
const yes = 'allowed';
const no = 'implicitly-denied';

const rows: readonly Row[] = [
  ['both', 'Both sides allow', { AWS: otherRole }, { identity: [all] }, yes],
  [
    'no-identity',
    'The caller’s own account does not allow',
    { AWS: otherRole },
    { identity: [nothing] },
    no,
  ],
  [
    'no-resource',
    'The resource policy names somebody else',
    { AWS: `${otherRole}2` },
    { identity: [all] },
    no,
  ],
  ['neither', 'Neither side allows', { AWS: `${otherRole}2` }, {}, no],
  ['by-account', 'The account is named', { AWS: other }, { identity: [all] }, yes],
  [
    'by-root-arn',
    'The account is named by its root ARN',
    { AWS: otherRoot },
    { identity: [all] },
    yes,
  ],
  [
    'by-account-no-identity',
    'The account is named, its policies are silent',
    { AWS: other },
    {},
    no,
  ],
  ['by-star', 'Everyone is named', '*', { identity: [all] }, yes],
  [
    'by-star-no-identity',
    'Everyone is named: the caller’s Allow is needed all the same',
    '*',
    {},
    no,
  ],
  [
    'by-session',
    'The session is named',
    { AWS: foreignSession },
    { identity: [all] },
    yes,
    foreignSession,
  ],
  [
    'by-session-no-identity',
    'The session is named, its role allows nothing',
    { AWS: foreignSession },
    {},
    no,
    foreignSession,
  ],
  [
    'boundary',
    'A boundary in the caller’s account limits',
    { AWS: otherRole },
    { identity: [all], boundary: [nothing] },
    no,
  ],
  [
    'session-policy',
    'A session policy in the caller’s account limits',
    { AWS: otherRole },
    { identity: [all], session: [nothing] },
    no,
  ],
  [
    'scp',
    'The caller’s organisation limits',
    { AWS: otherRole },
    { identity: [all], scp: [[nothing]] },
    no,
  ],
  [
    'rcp',
    'The resource’s organisation limits',
    { AWS: otherRole },
    { identity: [all], rcp: [[nothing]] },
    no,
  ],
  [
    'rcp-allows',
    'The resource’s organisation allows',
    { AWS: otherRole },
    { identity: [all], rcp: [[doc(allow('*', '*', { Principal: '*' }))]] },
    yes,
  ],
  [
    'identity-deny',
    'A Deny in the caller’s account wins',
    { AWS: otherRole },
    { identity: [all, doc(deny())] },
    'explicitly-denied',
  ],
  [
    'root',
    'The other account’s root user needs no policy of its own',
    { AWS: other },
    {},
    yes,
    otherRoot,
  ],
  [
    'root-scp',
    'Its organisation limits the root user too',
    { AWS: other },
    { scp: [[nothing]] },
    no,
    otherRoot,
  ],
  [
    'root-not-named',
    'A root user of another account has nothing without a grant',
    { AWS: own },
    {},
    no,
    otherRoot,
  ],
  [
    'account-not-own',
    'A grant to the owner’s account is none to others',
    { AWS: own },
    { identity: [all] },
    no,
  ],
];

const other1: readonly Case[] = rows.map(([id, title, named, policies, expect, caller]) => ({
  id: `cross-${id}`,
  title,
  line: 'A3',
  cites: page.crossAccount,
  request: { ...read, principal: caller ?? otherRole, resourceAccount: own },
  policies: { ...policies, resource: doc(grant(named)) },
  expect,
}));

function anonymous(
  id: string,
  title: string,
  statements: readonly JsonObject[],
  expect: Outcome,
): Case {
  return {
    id: `anonymous-${id}`,
    title,
    line: 'A3',
    cites: page.principal,
    request: { ...read, principal: 'anonymous', resourceAccount: own },
    policies: { resource: doc(...statements) },
    expect,
  };
}

export const cases: readonly Case[] = [
  ...other1,
  {
    id: 'cross-no-resource-policy',
    title: 'Without a resource policy nobody gets in from outside',
    line: 'A3',
    cites: page.crossAccount,
    request: { ...read, principal: otherRole, resourceAccount: own },
    policies: { identity: [all] },
    expect: no,
    reason: 'there is no resource policy',
  },
  {
    id: 'cross-resource-deny',
    title: 'A Deny of the resource policy wins over both Allows',
    line: 'A1.3',
    cites: page.crossAccount,
    request: { ...read, principal: otherRole, resourceAccount: own },
    policies: {
      identity: [all],
      resource: doc(grant({ AWS: other }), deny('s3:GetObject', '*', { Principal: '*' })),
    },
    expect: 'explicitly-denied',
  },
  anonymous('star', 'An anonymous caller needs a grant to everyone', [grant('*')], yes),
  anonymous('aws-star', '{"AWS": "*"} is the same', [grant({ AWS: '*' })], yes),
  anonymous('account', 'A grant to an account is none to strangers', [grant({ AWS: own })], no),
  anonymous('nothing', 'Without a grant strangers have nothing', [], no),
  anonymous(
    'org-condition',
    'An anonymous request carries no organisation',
    [grant('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } })],
    no,
  ),
  anonymous(
    'principal-arn-condition',
    'An anonymous request carries no principal ARN',
    [grant('*', { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } } })],
    no,
  ),
  anonymous(
    'not-equals',
    'A negated operator holds for a key that an anonymous request does not carry',
    [grant('*', { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } } })],
    yes,
  ),
  anonymous(
    'perimeter',
    'A data perimeter keeps strangers out of a public bucket',
    [
      grant('*'),
      deny('s3:*', '*', {
        Principal: '*',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorgid' } },
      }),
    ],
    'explicitly-denied',
  ),
];
