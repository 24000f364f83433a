import { allowing, type CaseRow, casesOf, own, role, root, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// Policy variables in AWS’s own examples.

const yes = 'allowed';
const no = 'implicitly-denied';

const shared = 'arn:aws:s3:::amzn-s3-demo-bucket';
const mine = `${shared}/\${aws:username}/*`;
const list = { action: 's3:ListBucket', resource: shared };
const keysOfUser = { action: 'iam:CreateAccessKey', resource: user };
const queue = (name: string): { action: string; resource: string } => ({
  action: 'sqs:SendMessage',
  resource: `arn:aws:sqs:us-east-2:${own}:${name}`,
});
const object = (key: string): { resource: string } => ({ resource: `${shared}/${key}` });

const ownPrefix = allowing('s3:ListBucket', shared, {
  StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/*'] },
});
const ownKeys = allowing('iam:*AccessKey*', `arn:aws:iam::${own}:user/\${aws:username}`);
const ownQueue = allowing('sqs:*', 'arn:aws:sqs:us-east-2:*:${aws:username}-queue');
const teamFolder = allowing('s3:*', `${shared}/\${aws:PrincipalTag/team, 'company-wide'}/*`);

const examples: readonly CaseRow[] = [
  [
    'own-folder',
    'A user’s own folder',
    user,
    allowing('s3:GetObject', mine),
    yes,
    object('maria/a'),
  ],
  ['other-folder', 'Another’s folder', user, allowing('s3:GetObject', mine), no, object('jonas/a')],
  ['folder-case', 'Names know case', user, allowing('s3:GetObject', mine), no, object('Maria/a')],
  [
    'folder-of-path',
    'A user’s path is no part of his name',
    `arn:aws:iam::${own}:user/ml/maria`,
    allowing('s3:GetObject', mine),
    yes,
    object('maria/a'),
  ],
  [
    'folder-of-session',
    'Sessions of roles have no name',
    session,
    allowing('s3:GetObject', mine),
    no,
    object('s1/a'),
  ],
  [
    'folder-of-root',
    'The root user is bound by no such policy',
    root,
    allowing('s3:GetObject', mine),
    yes,
    object('x/a'),
  ],
  [
    'prefix-empty',
    'The empty prefix is in the list',
    user,
    ownPrefix,
    yes,
    { ...list, context: { 's3:prefix': '' } },
  ],
  [
    'prefix-home',
    'So is the folder of all homes',
    user,
    ownPrefix,
    yes,
    { ...list, context: { 's3:prefix': 'home/' } },
  ],
  [
    'prefix-own',
    'And what is under the own home',
    user,
    ownPrefix,
    yes,
    { ...list, context: { 's3:prefix': 'home/maria/runs/' } },
  ],
  [
    'prefix-other',
    'Another’s home is not',
    user,
    ownPrefix,
    no,
    { ...list, context: { 's3:prefix': 'home/jonas/' } },
  ],
  ['prefix-missing', 'Nor is no prefix at all', user, ownPrefix, no, list],
  ['keys-own', 'A user’s own access keys', user, ownKeys, yes, keysOfUser],
  [
    'keys-other',
    'Another’s',
    user,
    ownKeys,
    no,
    { ...keysOfUser, resource: `arn:aws:iam::${own}:user/jonas` },
  ],
  ['queue-own', 'A variable before fixed text', user, ownQueue, yes, queue('maria-queue')],
  ['queue-other', 'Another’s queue', user, ownQueue, no, queue('jonas-queue')],
  [
    'queue-longer',
    'Fixed text after the variable is fixed',
    user,
    ownQueue,
    no,
    queue('maria-queue2'),
  ],
  [
    'default',
    'A default for those without the tag',
    role,
    teamFolder,
    yes,
    object('company-wide/a'),
  ],
  [
    'default-tagged',
    'Not for those with one',
    role,
    teamFolder,
    no,
    { ...object('company-wide/a'), context: { 'aws:PrincipalTag/team': 'yellow' } },
  ],
  [
    'default-own',
    'They have their own',
    role,
    teamFolder,
    yes,
    { ...object('yellow/a'), context: { 'aws:PrincipalTag/team': 'yellow' } },
  ],
];

export const cases: readonly Case[] = examples.map(casesOf('variables', 'A5.5', page.variables));
