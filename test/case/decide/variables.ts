import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CaseRequest } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import { own, role, user } from './build.ts';
import { page, type Case } from './case.ts';

// Policy variables: where they are filled in, and what a missing value means.

const yes = 'allowed';
const no = 'implicitly-denied';
const home = 'arn:aws:s3:::home/maria/notes.txt';
const team = { 'aws:PrincipalTag/team': 'fraud' };

type Row = readonly [
  title: string,
  statement: { readonly [name: string]: JsonValue },
  request: Partial<CaseRequest>,
  expect: Outcome,
  version?: string | null,
];

const equals = (
  value: JsonValue,
  operator = 'StringEquals',
): { Resource: string; Condition: JsonObject } => ({
  Resource: '*',
  Condition: { [operator]: { 'x:Key': value } },
});

const rows: readonly Row[] = [
  ['the user’s name in a resource', { Resource: 'arn:aws:s3:::home/${aws:username}/*' }, {}, yes],
  [
    'another user’s name',
    { Resource: 'arn:aws:s3:::home/${aws:username}/*' },
    { principal: `arn:aws:iam::${own}:user/jonas` },
    no,
  ],
  [
    'roles have no user name',
    { Resource: 'arn:aws:s3:::home/${aws:username}/*' },
    { principal: role },
    no,
  ],
  ['keys of variables know no case', { Resource: 'arn:aws:s3:::home/${aws:UserName}/*' }, {}, yes],
  [
    'a principal tag',
    { Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' },
    { resource: 'arn:aws:s3:::fraud/a', context: team },
    yes,
  ],
  [
    'a principal tag of another value',
    { Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' },
    { resource: 'arn:aws:s3:::churn/a', context: team },
    no,
  ],
  [
    'a principal tag that is missing',
    { Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/*' },
    { resource: 'arn:aws:s3:::/a' },
    no,
  ],
  [
    'a default where the tag is missing',
    { Resource: "arn:aws:s3:::${aws:PrincipalTag/team, 'company-wide'}/*" },
    { resource: 'arn:aws:s3:::company-wide/a' },
    yes,
  ],
  [
    'a default is not used where the tag is there',
    { Resource: "arn:aws:s3:::${aws:PrincipalTag/team, 'company-wide'}/*" },
    { resource: 'arn:aws:s3:::company-wide/a', context: team },
    no,
  ],
  [
    'two variables',
    { Resource: 'arn:aws:s3:::${aws:PrincipalTag/team}/${aws:username}/*' },
    { resource: 'arn:aws:s3:::fraud/maria/a', context: team },
    yes,
  ],
  [
    'the same variable twice',
    { Resource: 'arn:aws:s3:::${aws:username}/${aws:username}' },
    { resource: 'arn:aws:s3:::maria/jonas' },
    no,
  ],
  [
    'NotResource with a variable',
    { NotResource: 'arn:aws:s3:::home/${aws:username}/*' },
    { resource: 'arn:aws:s3:::home/jonas/a' },
    yes,
  ],
  [
    'NotResource with the caller’s own',
    { NotResource: 'arn:aws:s3:::home/${aws:username}/*' },
    {},
    no,
  ],
  [
    'NotResource with a variable without value matches nothing',
    { NotResource: 'arn:aws:s3:::home/${aws:username}/*' },
    { principal: role },
    no,
  ],
  [
    'version 2008-10-17 takes variables literally',
    { Resource: 'arn:aws:s3:::home/${aws:username}/*' },
    {},
    no,
    '2008-10-17',
  ],
  [
    'no version takes variables literally',
    { Resource: 'arn:aws:s3:::home/${aws:username}/*' },
    {},
    no,
    null,
  ],
  [
    'version 2008-10-17 matches the text itself',
    { Resource: 'arn:aws:s3:::home/${aws:username}/*' },
    { resource: 'arn:aws:s3:::home/${aws:username}/a' },
    yes,
    '2008-10-17',
  ],
  [
    '${*} is a star',
    { Resource: 'arn:aws:s3:::home/${*}' },
    { resource: 'arn:aws:s3:::home/*' },
    yes,
  ],
  [
    '${*} is no wildcard',
    { Resource: 'arn:aws:s3:::home/${*}' },
    { resource: 'arn:aws:s3:::home/a' },
    no,
  ],
  [
    '${?} is a question mark',
    { Resource: 'arn:aws:s3:::home/${?}' },
    { resource: 'arn:aws:s3:::home/?' },
    yes,
  ],
  [
    '${$} is a dollar',
    { Resource: 'arn:aws:s3:::home/${$}x' },
    { resource: 'arn:aws:s3:::home/$x' },
    yes,
  ],
  ['a variable in a condition', equals('${aws:username}'), { context: { 'x:Key': 'maria' } }, yes],
  [
    'a variable in a condition, another value',
    equals('${aws:username}'),
    { context: { 'x:Key': 'jonas' } },
    no,
  ],
  [
    'a variable without a value in a positive condition',
    equals('${aws:PrincipalTag/team}'),
    { context: { 'x:Key': 'a' } },
    no,
  ],
  [
    'a variable without a value in a negated condition',
    equals('${aws:PrincipalTag/team}', 'StringNotEquals'),
    { context: { 'x:Key': 'a' } },
    yes,
  ],
  [
    'a variable in StringLike',
    equals('${aws:username}-*', 'StringLike'),
    { context: { 'x:Key': 'maria-1' } },
    yes,
  ],
  [
    'a variable in ArnLike',
    equals('arn:aws:iam::*:user/${aws:username}', 'ArnLike'),
    { context: { 'x:Key': user } },
    yes,
  ],
  [
    'a tag compared with a tag',
    {
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
    },
    { context: { ...team, 'aws:ResourceTag/team': 'fraud' } },
    yes,
  ],
  [
    'a tag compared with another',
    {
      Resource: '*',
      Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
    },
    { context: { ...team, 'aws:ResourceTag/team': 'churn' } },
    no,
  ],
  [
    'the account of the caller',
    { Resource: '*', Condition: { StringEquals: { 'x:Key': '${aws:PrincipalAccount}' } } },
    { context: { 'x:Key': own } },
    yes,
  ],
  [
    'a broken variable',
    { Resource: 'arn:aws:s3:::home/${aws:username' },
    { resource: 'arn:aws:s3:::home/maria' },
    'unknown',
  ],
];

export const cases: readonly Case[] = rows.map(
  ([title, statement, request, expect, version], index) => ({
    id: `variable-${String(index)}`,
    title: `Variables: ${title}`,
    line: title.startsWith('NotResource with a variable without') ? 'A4.6' : 'A5.5',
    cites: page.variables,
    request: { principal: user, action: 's3:GetObject', resource: home, ...request },
    policies: {
      identity: [
        {
          ...(version === null ? {} : { Version: version ?? '2012-10-17' }),
          Statement: { Effect: 'Allow', Action: '*', ...statement },
        },
      ],
    },
    expect,
  }),
);
