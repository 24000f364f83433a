import type { JsonObject } from '../../../src/model/json.ts';
import type { CaseSettings } from '../../../src/decide/case.ts';
import { all, type CaseRow, casesOf, doc, having, onKey, own, role } from './build.ts';
import { page, type Case } from './case.ts';

// Grants under constraints, and grants that let create others.

const yes = 'allowed';
const no = 'implicitly-denied';

/** Names somebody else, so that only grants let anybody in. */
const silent = {
  resource: doc({
    Effect: 'Allow',
    Principal: { AWS: `${role}2` },
    Action: 'kms:*',
    Resource: '*',
  }),
};

function to(
  grantee: string,
  operations: readonly string[] = ['Decrypt'],
  more: JsonObject = {},
): CaseSettings {
  return { kms: { grants: [{ grantee, operations, ...more }] } };
}

const any = {};
const team = 'kms:EncryptionContext:team';
const run = 'kms:EncryptionContext:run';
const names = 'kms:EncryptionContextKeys';
const subset = to(role, ['Decrypt', 'Encrypt', 'GetPublicKey'], {
  encryptionContextSubset: { team: 'ml' },
});
const both = to(role, ['Decrypt'], { encryptionContextSubset: { team: 'ml', run: '7' } });
const equals = to(role, ['Decrypt'], { encryptionContextEquals: { team: 'ml', run: '7' } });
const handsOn = to(role, ['Decrypt', 'CreateGrant']);

const constraints: readonly CaseRow[] = [
  ['subset', 'The pair', role, silent, yes, having({ [team]: 'ml' }), subset],
  [
    'subset-key-case',
    'Its key knows no case',
    role,
    silent,
    yes,
    having({ 'kms:EncryptionContext:Team': 'ml' }),
    subset,
  ],
  ['subset-value-case', 'Its value does', role, silent, no, having({ [team]: 'ML' }), subset],
  [
    'subset-encrypt',
    'Another operation that takes an encryption context',
    role,
    silent,
    no,
    { action: 'kms:Encrypt' },
    subset,
  ],
  ['subset-two', 'Two pairs', role, silent, yes, having({ [team]: 'ml', [run]: '7' }), both],
  ['subset-two-one', 'One of two', role, silent, no, having({ [team]: 'ml' }), both],
  [
    'equals',
    'All the pairs',
    role,
    silent,
    yes,
    having({ [team]: 'ml', [run]: '7', [names]: ['run', 'team'] }),
    equals,
  ],
  [
    'equals-fewer',
    'One too few',
    role,
    silent,
    no,
    having({ [team]: 'ml', [names]: ['team'] }),
    equals,
  ],
  ['equals-none', 'None', role, silent, no, any, equals],
  [
    'elsewhere',
    'Another grant without constraints',
    role,
    silent,
    yes,
    any,
    {
      kms: {
        grants: [
          { grantee: role, operations: ['Decrypt'], encryptionContextSubset: { team: 'ml' } },
          { grantee: role, operations: ['Decrypt'] },
        ],
      },
    },
  ],
  [
    'create',
    'Who may create grants by a grant hands on what it gives',
    role,
    silent,
    yes,
    { action: 'kms:CreateGrant', ...having({ 'kms:GrantOperations': ['Decrypt'] }) },
    handsOn,
  ],
  [
    'create-more',
    'But nothing else',
    role,
    silent,
    no,
    { action: 'kms:CreateGrant', ...having({ 'kms:GrantOperations': ['Decrypt', 'Encrypt'] }) },
    handsOn,
  ],
  [
    'create-unlisted',
    'And only if it gives creating grants',
    role,
    silent,
    no,
    { action: 'kms:CreateGrant', ...having({ 'kms:GrantOperations': ['Decrypt'] }) },
    to(role),
  ],
  [
    'create-by-policy',
    'Who may by the key policy hands on any operation',
    role,
    {
      resource: doc({
        Effect: 'Allow',
        Principal: { AWS: role },
        Action: 'kms:CreateGrant',
        Resource: '*',
      }),
    },
    yes,
    { action: 'kms:CreateGrant', ...having({ 'kms:GrantOperations': ['Sign'] }) },
  ],
  [
    'create-in-own-account',
    'Or, where the key is left to the account, by its own policies',
    `arn:aws:iam::${own}:user/ada`,
    {
      identity: [all],
      resource: doc({ Effect: 'Allow', Principal: { AWS: own }, Action: 'kms:*', Resource: '*' }),
    },
    yes,
    { action: 'kms:CreateGrant' },
  ],
];

export const cases: readonly Case[] = constraints
  .map(onKey)
  .map(casesOf('kms-constraint', 'A8.4', page.keyGrants));
