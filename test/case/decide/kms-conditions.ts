import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CasePolicies } from '../../../src/decide/case.ts';
import { all, type CaseRow, casesOf, doc, having, nothing, onKey, other } from './build.ts';
import { otherRole, otherRoot, own, role, root, user } from './build.ts';
import { page, type Case } from './case.ts';

// The keys that KMS tells of a request.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const via = 's3.eu-west-1.amazonaws.com';

function lets(
  principal: JsonValue,
  action: JsonValue = 'kms:*',
  more: JsonObject = {},
): JsonObject {
  return { Effect: 'Allow', Principal: principal, Action: action, Resource: '*', ...more };
}

function under(condition: JsonObject): JsonObject {
  return { Condition: condition };
}

const named = (...more: readonly JsonObject[]): CasePolicies => ({
  resource: doc(lets({ AWS: role }), ...more),
});
const onlyVia = named({
  ...lets('*', 'kms:Decrypt', under({ StringNotEquals: { 'kms:ViaService': via } })),
  Effect: 'Deny',
});
const organisation = {
  identity: [all],
  resource: doc(
    lets('*', 'kms:Decrypt', under({ StringEquals: { 'aws:PrincipalOrgID': 'o-ours' } })),
  ),
};

/** As AWS writes the policies of the keys that it manages. */
const managed: CasePolicies = {
  resource: doc(
    lets(
      { AWS: '*' },
      [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncrypt*',
        'kms:GenerateDataKey*',
        'kms:CreateGrant',
        'kms:DescribeKey',
      ],
      under({ StringEquals: { 'kms:CallerAccount': own, 'kms:ViaService': via } }),
    ),
    lets({ AWS: root }, ['kms:Describe*', 'kms:Get*', 'kms:List*']),
  ),
};

const throughS3 = { 'kms:CallerAccount': own, 'kms:ViaService': via };
const forRun = named0({ StringEquals: { 'kms:EncryptionContext:run': '7' } });
const withKeys = named0({ 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': 'team' } });
const withAny = named0({ Null: { 'kms:EncryptionContextKeys': 'false' } });
const forServices = named0({ Bool: { 'kms:GrantIsForAWSResource': 'true' } }, 'kms:CreateGrant');
const forOperations = named0(
  { 'ForAllValues:StringEquals': { 'kms:GrantOperations': ['Decrypt', 'Encrypt'] } },
  'kms:CreateGrant',
);
const objectArn = 'arn:aws:s3:::models/a.tar.gz';

function named0(condition: JsonObject, action = 'kms:*'): CasePolicies {
  return { resource: doc(lets({ AWS: role }, action, under(condition))) };
}

const conditions: readonly CaseRow[] = [
  [
    'only-via',
    'A Deny of all but one service: through it',
    role,
    onlyVia,
    yes,
    having({ 'kms:ViaService': via }),
  ],
  [
    'only-via-other',
    'Through another',
    role,
    onlyVia,
    denied,
    having({ 'kms:ViaService': 'secretsmanager.eu-west-1.amazonaws.com' }),
  ],
  ['only-via-direct', 'Directly', role, onlyVia, denied],
  ['managed', 'A managed key, through its service', role, managed, yes, having(throughS3)],
  ['managed-user', 'For users as well', user, managed, yes, having(throughS3)],
  [
    'managed-other-service',
    'Through another service',
    role,
    managed,
    no,
    having({ ...throughS3, 'kms:ViaService': 'rds.eu-west-1.amazonaws.com' }),
  ],
  [
    'managed-identity',
    'An Allow of the caller’s does not help',
    role,
    { identity: [all], ...managed },
    no,
  ],
  [
    'managed-describe',
    'Describing it is left to the account',
    role,
    { identity: [all], ...managed },
    yes,
    { action: 'kms:DescribeKey' },
  ],
  [
    'managed-foreign',
    'No other account may use it',
    otherRole,
    { identity: [all], ...managed },
    no,
    { ...having({ 'kms:CallerAccount': other, 'kms:ViaService': via }) },
  ],
  [
    'managed-delete',
    'Nor may anybody delete it',
    root,
    managed,
    no,
    { action: 'kms:ScheduleKeyDeletion' },
  ],
  [
    'organisation',
    'Everybody in the organisation',
    otherRole,
    organisation,
    yes,
    having({ 'aws:PrincipalOrgID': 'o-ours' }),
  ],
  [
    'organisation-other',
    'In another',
    otherRole,
    organisation,
    no,
    having({ 'aws:PrincipalOrgID': 'o-theirs' }),
  ],
  [
    'organisation-no-identity',
    'Whose own account does not allow',
    otherRole,
    { ...organisation, identity: [nothing] },
    no,
    having({ 'aws:PrincipalOrgID': 'o-ours' }),
  ],
  [
    'organisation-root',
    'Its root user needs no such Allow',
    otherRoot,
    { resource: organisation.resource },
    yes,
    having({ 'aws:PrincipalOrgID': 'o-ours' }),
  ],
  [
    'context',
    'The encryption context',
    role,
    forRun,
    yes,
    having({ 'kms:EncryptionContext:run': '7', 'kms:EncryptionContext:team': 'x' }),
  ],
  ['context-other', 'Another one', role, forRun, no, having({ 'kms:EncryptionContext:run': '8' })],
  [
    'context-object',
    'S3 gives the object’s ARN',
    role,
    named0({ StringLike: { 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::models/*' } }),
    yes,
    having({ 'kms:EncryptionContext:aws:s3:arn': objectArn }),
  ],
  [
    'context-bucket-key',
    'With a bucket key, the bucket’s',
    role,
    named0({ StringEquals: { 'kms:EncryptionContext:aws:s3:arn': objectArn } }),
    no,
    having({ 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::models' }),
  ],
  [
    'context-keys',
    'A name in the encryption context',
    role,
    withKeys,
    yes,
    having({ 'kms:EncryptionContextKeys': ['run', 'team'] }),
  ],
  ['context-keys-none', 'No encryption context', role, withKeys, no],
  [
    'context-any',
    'Any encryption context',
    role,
    withAny,
    yes,
    having({ 'kms:EncryptionContextKeys': ['run'] }),
  ],
  ['context-any-none', 'None', role, withAny, no],
  [
    'grant-for-service',
    'A grant that a service makes',
    role,
    forServices,
    yes,
    { action: 'kms:CreateGrant', ...having({ 'kms:GrantIsForAWSResource': 'true' }) },
  ],
  [
    'grant-for-self',
    'One that the caller makes',
    role,
    forServices,
    no,
    { action: 'kms:CreateGrant' },
  ],
  [
    'grant-operations',
    'A grant of operations in the list',
    role,
    forOperations,
    yes,
    { action: 'kms:CreateGrant', ...having({ 'kms:GrantOperations': ['Decrypt'] }) },
  ],
  [
    'grant-operations-more',
    'And of one that is not',
    role,
    forOperations,
    no,
    { action: 'kms:CreateGrant', ...having({ 'kms:GrantOperations': ['Decrypt', 'Sign'] }) },
  ],
];

export const cases: readonly Case[] = conditions
  .map(onKey)
  .map(casesOf('kms-condition', 'A8.5', page.keyConditions));
