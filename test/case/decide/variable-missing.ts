import { all, allow, allowing, type CaseRow, casesOf, deny, doc, role } from './build.ts';
import { page, type Case } from './case.ts';

// Policy variables that have no value.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

const shared = 'arn:aws:s3:::amzn-s3-demo-bucket';
const object = (key: string): { resource: string } => ({ resource: `${shared}/${key}` });
const object1 = object('a');

const sameTeam = { StringNotEquals: { 's3:ExistingObjectTag/Team': '${aws:PrincipalTag/Team}' } };
const otherTeams = {
  identity: [all],
  resource: doc(deny('s3:GetObject', `${shared}/*`, { Principal: '*', Condition: sameTeam })),
};
const ownTeam = allowing('*', '*', {
  StringEquals: { 's3:ExistingObjectTag/Team': '${aws:PrincipalTag/Team}' },
});
const ownTeamIfAny = allowing('*', '*', {
  StringEqualsIfExists: { 's3:ExistingObjectTag/Team': '${aws:PrincipalTag/Team}' },
});
const notLikeTeam = allowing('*', '*', { StringNotLike: { 'x:Key': '${aws:PrincipalTag/Team}*' } });
const notArn = allowing('*', '*', {
  ArnNotLike: { 'x:Key': 'arn:aws:s3:::${aws:PrincipalTag/Team}' },
});

function teams(
  of: string | undefined,
  by: string | undefined,
): { context: Record<string, string> } {
  return {
    context: {
      ...(of !== undefined && { 's3:ExistingObjectTag/Team': of }),
      ...(by !== undefined && { 'aws:PrincipalTag/Team': by }),
    },
  };
}

const missing: readonly CaseRow[] = [
  [
    'deny-same',
    'A Deny of other teams: the same team',
    role,
    otherTeams,
    yes,
    { ...object1, ...teams('a', 'a') },
  ],
  ['deny-other', 'Another team', role, otherTeams, denied, { ...object1, ...teams('b', 'a') }],
  [
    'deny-untagged-caller',
    'A caller of no team',
    role,
    otherTeams,
    denied,
    { ...object1, ...teams('a', undefined) },
  ],
  [
    'deny-untagged-object',
    'An object of no team',
    role,
    otherTeams,
    denied,
    { ...object1, ...teams(undefined, 'a') },
  ],
  [
    'deny-untagged-both',
    'Neither has a team',
    role,
    otherTeams,
    denied,
    { ...object1, ...teams(undefined, undefined) },
  ],
  ['allow-untagged-caller', 'No value equals nothing', role, ownTeam, no, teams('a', undefined)],
  ['allow-untagged-both', 'Not even no value', role, ownTeam, no, teams(undefined, undefined)],
  [
    'if-exists-untagged-caller',
    'IfExists looks at the key, not at the variable',
    role,
    ownTeamIfAny,
    no,
    teams('a', undefined),
  ],
  [
    'if-exists-untagged-object',
    'A key that is missing passes',
    role,
    ownTeamIfAny,
    yes,
    teams(undefined, 'a'),
  ],
  ['not-like', 'No value is like nothing', role, notLikeTeam, yes, { context: { 'x:Key': 'abc' } }],
  [
    'not-like-tagged',
    'A value is',
    role,
    notLikeTeam,
    no,
    { context: { 'x:Key': 'abc', 'aws:PrincipalTag/Team': 'ab' } },
  ],
  ['not-arn', 'Nor is an ARN', role, notArn, yes, { context: { 'x:Key': 'arn:aws:s3:::a' } }],
  [
    'deny-resource',
    'A Deny of a resource without value matches nothing',
    role,
    { identity: [all, doc(deny('s3:*', `${shared}/\${aws:PrincipalTag/Team}/*`))] },
    yes,
    object('a/b'),
  ],
  [
    'second-resource',
    'Another resource of the list still matches',
    role,
    {
      identity: [doc(allow('s3:*', [`${shared}/\${aws:PrincipalTag/Team}/*`, `${shared}/all/*`]))],
    },
    yes,
    object('all/b'),
  ],
  [
    'second-value',
    'So does another value of the list',
    role,
    allowing('*', '*', { StringEquals: { 'x:Key': ['${aws:PrincipalTag/Team}', 'all'] } }),
    yes,
    { context: { 'x:Key': 'all' } },
  ],
];

export const cases: readonly Case[] = missing.map(casesOf('no-value', 'A5.5', page.variables));
