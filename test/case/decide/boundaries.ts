import type { JsonValue } from '../../../src/model/json.ts';
import { all, allow, type CaseRow, casesOf, deny, doc, grant, root, user } from './build.ts';
import { page, type Case } from './case.ts';

// What a permissions boundary takes away.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

const boundaries: readonly CaseRow[] = [
  [
    'two-boundaries-add-up',
    'What any statement of the boundary allows is within it',
    user,
    { identity: [all], boundary: [doc(allow('ec2:*'), allow('s3:*'))] },
    yes,
  ],
  [
    'resource',
    'A boundary may name resources',
    user,
    { identity: [all], boundary: [doc(allow('s3:*', 'arn:aws:s3:::other/*'))] },
    no,
  ],
  [
    'condition-holds',
    'A boundary may have conditions',
    user,
    { identity: [all], boundary: [regionBoundary('eu-west-1')] },
    yes,
    { context: { 'aws:RequestedRegion': 'eu-west-1' } },
  ],
  [
    'condition-fails',
    'A condition of a boundary that does not hold',
    user,
    { identity: [all], boundary: [regionBoundary('eu-west-1')] },
    no,
    { context: { 'aws:RequestedRegion': 'us-east-1' } },
  ],
  [
    'not-action',
    'A boundary of everything but IAM',
    user,
    {
      identity: [all],
      boundary: [doc({ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' })],
    },
    yes,
  ],
  [
    'not-action-hits',
    'A boundary of everything but S3',
    user,
    { identity: [all], boundary: [doc({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' })] },
    no,
  ],
  [
    'account-grant',
    'A grant to the account leaves the boundary in force',
    user,
    { identity: [all], boundary: [doc(allow('ec2:*'))], resource: doc(grant({ AWS: root })) },
    no,
  ],
  [
    'user-grant-denied',
    'A Deny in the boundary wins over a grant to the user',
    user,
    { boundary: [all, doc(deny('s3:*'))], resource: doc(grant({ AWS: user })) },
    denied,
  ],
];

export const cases: readonly Case[] = boundaries.map(casesOf('boundary', 'A2', page.boundaries));

function regionBoundary(region: string): JsonValue {
  return doc(allow('*', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': region } } }));
}
