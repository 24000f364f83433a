import { allow, type CaseRow, casesOf, deny, doc } from './build.ts';
import { page, type Case } from './case.ts';

// AWS’s own example of two accounts.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const carlos = 'arn:aws:iam::111111111111:user/carlossalazar';
const production = 'arn:aws:s3:::Production';
const logs = 'arn:aws:s3:::*log*';

const ofCarlos = doc(
  { Sid: 'AllowS3ListRead', ...allow('s3:ListAllMyBuckets') },
  { Sid: 'AllowS3ProductionObjectActions', ...allow('s3:*Object*', `${production}/*`) },
  { Sid: 'DenyS3Logs', ...deny('s3:*', [logs, `${logs}/*`]) },
);

const ofProduction = doc(
  allow(
    ['s3:GetObject*', 's3:PutObject*', 's3:ReplicateObject', 's3:RestoreObject'],
    `${production}/*`,
    { Principal: { AWS: carlos } },
  ),
);

const save = {
  action: 's3:PutObject',
  resource: `${production}/a`,
  resourceAccount: '222222222222',
};
const both = { identity: [ofCarlos], resource: ofProduction };

const example: readonly CaseRow[] = [
  ['save', 'He saves a file', carlos, both, yes, save],
  ['read', 'He reads it', carlos, both, yes, { ...save, action: 's3:GetObject' }],
  [
    'delete',
    'He cannot delete it: the bucket policy does not say so',
    carlos,
    both,
    no,
    { ...save, action: 's3:DeleteObject' },
  ],
  [
    'list',
    'Nor list the bucket: neither says so',
    carlos,
    both,
    no,
    { ...save, action: 's3:ListBucket', resource: production },
  ],
  [
    'manage',
    'Nor manage it',
    carlos,
    both,
    no,
    { ...save, action: 's3:PutBucketPolicy', resource: production },
  ],
  [
    'logs',
    'Saving to the logs is denied by his own account',
    carlos,
    { identity: [ofCarlos] },
    denied,
    { ...save, resource: 'arn:aws:s3:::Production-logs/a' },
  ],
  [
    'log-key',
    'So is saving a log to Production',
    carlos,
    both,
    denied,
    { ...save, resource: `${production}/run.log` },
  ],
  [
    'buckets',
    'His own list of buckets',
    carlos,
    { identity: [ofCarlos] },
    yes,
    { action: 's3:ListAllMyBuckets', resource: '*', resourceAccount: '111111111111' },
  ],
  ['colleague', 'His colleague is not named', 'arn:aws:iam::111111111111:user/ana', both, no, save],
];

export const cases: readonly Case[] = example.map(casesOf('cross-carlos', 'A3', page.crossAccount));
