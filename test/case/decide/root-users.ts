import type { JsonValue } from '../../../src/model/json.ts';
import {
  all,
  bucket,
  type CaseRow,
  casesOf,
  deny,
  doc,
  grant,
  own,
  role,
  root,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// The root user needs no Allow, but a Deny hits it like anybody.

const yes = 'allowed';
const denied = 'explicitly-denied';

const roots: readonly CaseRow[] = [
  ['needs-nothing', 'The root user needs no policy', root, { identity: [], scp: [[all]] }, yes],
  ['by-account-id', 'The account’s id means the same caller', own, {}, yes],
  [
    'silent-resource-policy',
    'A resource policy that names others does not hinder the root user',
    root,
    { resource: doc(grant({ AWS: user })) },
    yes,
  ],
  [
    'denied-by-account',
    'A Deny to the account hits the root user',
    root,
    { resource: doc(deny('s3:*', `${bucket}/*`, { Principal: { AWS: own } })) },
    denied,
  ],
  [
    'denied-user',
    'A Deny to a user does not',
    root,
    { resource: doc(deny('s3:*', `${bucket}/*`, { Principal: { AWS: user } })) },
    yes,
  ],
  [
    'scp-for-root',
    'A service control policy may deny root users alone',
    root,
    { scp: [[all, noRoot()]] },
    denied,
  ],
  [
    'scp-for-root-spares-role',
    'And then spares everybody else',
    role,
    { identity: [all], scp: [[all, noRoot()]] },
    yes,
  ],
];

export const cases: readonly Case[] = roots.map(casesOf('root', 'A1.2', page.denyAllow));

function noRoot(): JsonValue {
  const condition = { StringLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:root'] } };
  return doc(deny('*', '*', { Condition: condition }));
}
