import { type CaseRow, casesOf, doc, key, role } from './build.ts';
import { page, type Case } from './case.ts';

// Services that take no request without credentials, whoever their policies let in.

const trust = doc({ Effect: 'Allow', Principal: '*', Action: 'sts:*' });
const rows: readonly CaseRow[] = [
  [
    'assume',
    'Nobody assumes a role without credentials',
    'anonymous',
    { resource: trust },
    'implicitly-denied',
    { action: 'sts:AssumeRole', resource: `${role}2` },
  ],
  [
    'decrypt',
    'KMS takes no unsigned requests',
    'anonymous',
    { resource: doc({ Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' }) },
    'implicitly-denied',
    { action: 'kms:Decrypt', resource: key },
  ],
];
export const cases: readonly Case[] = rows.map(casesOf('unsigned', 'A3', page.principal));
