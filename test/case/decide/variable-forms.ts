import { allow, allowing, type CaseRow, casesOf, own, role, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// Operators that take variables, characters that they stand for, versions that lack them.

const yes = 'allowed';
const no = 'implicitly-denied';

const shared = 'arn:aws:s3:::amzn-s3-demo-bucket';
const object = (key: string): { resource: string } => ({ resource: `${shared}/${key}` });

const forms: readonly CaseRow[] = [
  [
    'case-of-key',
    'The key of a variable knows no case',
    user,
    allowing('s3:*', `${shared}/\${AWS:USERNAME}/*`),
    yes,
    object('maria/a'),
  ],
  [
    'escaped-star',
    'A star that is no wildcard',
    role,
    allowing('*', '*', { StringLike: { 'x:Key': 'a${*}*' } }),
    yes,
    { context: { 'x:Key': 'a*b' } },
  ],
  [
    'escaped-star-other',
    'Which other text is not',
    role,
    allowing('*', '*', { StringLike: { 'x:Key': 'a${*}*' } }),
    no,
    { context: { 'x:Key': 'ab' } },
  ],
  [
    'escaped-mark',
    'A question mark',
    role,
    allowing('*', '*', { StringLike: { 'x:Key': 'a${?}' } }),
    no,
    { context: { 'x:Key': 'ab' } },
  ],
  [
    'escaped-in-equals',
    'In StringEquals too',
    role,
    allowing('*', '*', { StringEquals: { 'x:Key': 'a${*}' } }),
    yes,
    { context: { 'x:Key': 'a*' } },
  ],
  [
    'escaped-dollar',
    'A dollar before a brace',
    role,
    allowing('*', '*', { StringEquals: { 'x:Key': '${$}{aws:username}' } }),
    yes,
    { context: { 'x:Key': '${aws:username}' } },
  ],
  [
    'ignore-case',
    'In StringEqualsIgnoreCase',
    user,
    allowing('*', '*', { StringEqualsIgnoreCase: { 'x:Key': '${aws:username}' } }),
    yes,
    { context: { 'x:Key': 'MARIA' } },
  ],
  [
    'arn-in-condition',
    'In ArnEquals',
    user,
    allowing('*', '*', { ArnEquals: { 'x:Key': `arn:aws:iam::${own}:user/\${aws:username}` } }),
    yes,
    { context: { 'x:Key': user } },
  ],
  [
    'default-in-condition',
    'A default in a condition',
    role,
    allowing('*', '*', { StringEquals: { 'x:Key': "${aws:PrincipalTag/team, 'none'}" } }),
    yes,
    { context: { 'x:Key': 'none' } },
  ],
  [
    'default-with-space',
    'A default with a space',
    role,
    allowing('*', '*', { StringEquals: { 'x:Key': "${aws:PrincipalTag/team, 'no team'}" } }),
    yes,
    { context: { 'x:Key': 'no team' } },
  ],
  [
    'in-set',
    'In a set operator',
    user,
    allowing('*', '*', {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:username}'] },
    }),
    yes,
    { context: { 'dynamodb:LeadingKeys': ['maria'] } },
  ],
  [
    'in-set-other',
    'In a set operator, one of another',
    user,
    allowing('*', '*', {
      'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['${aws:username}'] },
    }),
    no,
    { context: { 'dynamodb:LeadingKeys': ['maria', 'jonas'] } },
  ],
  [
    'web-identity',
    'A claim of a web identity',
    session,
    allowing('s3:*', `${shared}/\${accounts.google.com:sub}/*`),
    yes,
    { ...object('1234/a'), context: { 'accounts.google.com:sub': '1234' } },
  ],
  [
    'old-version',
    'Text, in the old version',
    user,
    {
      identity: [
        {
          Version: '2008-10-17',
          Statement: [
            allow('*', '*', { Condition: { StringEquals: { 'x:Key': '${aws:username}' } } }),
          ],
        },
      ],
    },
    yes,
    { context: { 'x:Key': '${aws:username}' } },
  ],
  [
    'old-version-value',
    'And so not the user’s name',
    user,
    {
      identity: [
        {
          Version: '2008-10-17',
          Statement: [
            allow('*', '*', { Condition: { StringEquals: { 'x:Key': '${aws:username}' } } }),
          ],
        },
      ],
    },
    no,
    { context: { 'x:Key': 'maria' } },
  ],
  [
    'old-version-star',
    'Where an escaped star is a dollar and a wildcard in braces',
    role,
    { identity: [{ Version: '2008-10-17', Statement: [allow('s3:*', `${shared}/\${*}`)] }] },
    yes,
    object('${abc}'),
  ],
];

export const cases: readonly Case[] = forms.map(casesOf('variables', 'A5.5', page.variables));
