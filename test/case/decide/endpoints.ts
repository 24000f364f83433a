import type { JsonValue } from '../../../src/model/json.ts';
import {
  all,
  allow,
  bucket,
  type CaseRow,
  casesOf,
  doc,
  grant,
  own,
  role,
  root,
  session,
} from './build.ts';
import { page, type Case } from './case.ts';

// What the policy of a VPC endpoint lets through.

const yes = 'allowed';
const no = 'implicitly-denied';

const star = { Principal: '*' };

const endpoints: readonly CaseRow[] = [
  [
    'other-bucket',
    'An endpoint that leads to other buckets only',
    role,
    { identity: [all], endpoint: [doc(allow('s3:*', 'arn:aws:s3:::other/*', star))] },
    no,
  ],
  [
    'own-bucket',
    'An endpoint that leads to this bucket',
    role,
    { identity: [all], endpoint: [doc(allow('s3:*', [bucket, `${bucket}/*`], star))] },
    yes,
  ],
  [
    'principal-arn',
    'An endpoint for one role, by condition',
    session,
    { identity: [all], endpoint: [onlyFor({ ArnEquals: { 'aws:PrincipalArn': role } })] },
    yes,
  ],
  [
    'principal-arn-other',
    'An endpoint for another role',
    session,
    { identity: [all], endpoint: [onlyFor({ ArnEquals: { 'aws:PrincipalArn': `${role}2` } })] },
    no,
  ],
  [
    'own-organisation',
    'An endpoint for an organisation’s resources',
    role,
    { identity: [all], endpoint: [onlyFor({ StringEquals: { 'aws:ResourceOrgID': 'o-ours' } })] },
    yes,
    { context: { 'aws:ResourceOrgID': 'o-ours' } },
  ],
  [
    'other-organisation',
    'Data of others stays out of reach',
    role,
    { identity: [all], endpoint: [onlyFor({ StringEquals: { 'aws:ResourceOrgID': 'o-ours' } })] },
    no,
    { context: { 'aws:ResourceOrgID': 'o-theirs' } },
  ],
  [
    'account',
    'An endpoint policy may name an account',
    session,
    { identity: [all], endpoint: [doc(allow('*', '*', { Principal: { AWS: own } }))] },
    yes,
  ],
  [
    'session-grant',
    'It limits what a resource policy grants to a session, too',
    session,
    {
      resource: doc(grant({ AWS: session })),
      endpoint: [doc(allow('ec2:*', '*', star))],
    },
    no,
  ],
  ['root', 'It limits the root user', root, { endpoint: [doc(allow('ec2:*', '*', star))] }, no],
];

export const cases: readonly Case[] = endpoints.map(casesOf('endpoint', 'A9.3', page.endpoint));

function onlyFor(condition: JsonValue): JsonValue {
  return doc(allow('*', '*', { ...star, Condition: condition }));
}
