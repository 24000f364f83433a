import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import {
  all,
  allow,
  type CaseRow,
  casesOf,
  deny,
  doc,
  federatedUser,
  having,
  nothing,
} from './build.ts';
import { other, otherRole, otherRoot, own, role, root, user } from './build.ts';
import { page, type Case } from './case.ts';

// Trust under conditions, trust in services, and callers that never get in.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const target = `arn:aws:iam::${own}:role/Deploy`;

function trusts(principal: JsonValue, more: JsonObject = {}): JsonObject {
  return { Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more };
}

function under(condition: JsonObject): JsonObject {
  return { Condition: condition };
}

const byAccount = { resource: doc(trusts({ AWS: root })) };
const everyone = doc(allow('*', '*', { Principal: '*' }));
const org = { StringEquals: { 'aws:PrincipalOrgID': 'o-ours' } };
const anyOfOrg = { resource: doc(trusts({ AWS: '*' }, under(org))) };
const roles = { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${other}:role/Partner*` } };
const sourced = under({ StringLike: { 'sts:SourceIdentity': ['maria', 'jonas'] } });
const sessionName = under({ StringLike: { 'sts:RoleSessionName': '${aws:username}' } });

const conditions: readonly CaseRow[] = [
  [
    'organisation',
    'Everybody in the organisation',
    otherRole,
    { identity: [all], ...anyOfOrg },
    yes,
    having({ 'aws:PrincipalOrgID': 'o-ours' }),
  ],
  [
    'organisation-other',
    'In another',
    otherRole,
    { identity: [all], ...anyOfOrg },
    no,
    having({ 'aws:PrincipalOrgID': 'o-theirs' }),
  ],
  [
    'organisation-no-identity',
    'Not allowed at home',
    otherRole,
    { identity: [nothing], ...anyOfOrg },
    no,
    having({ 'aws:PrincipalOrgID': 'o-ours' }),
  ],
  [
    'account-and-role',
    'An account, but only roles of such names',
    otherRole,
    { identity: [all], resource: doc(trusts({ AWS: other }, under(roles))) },
    yes,
  ],
  [
    'account-and-other-role',
    'A role of another name',
    `arn:aws:iam::${other}:role/Else`,
    { identity: [all], resource: doc(trusts({ AWS: other }, under(roles))) },
    no,
  ],
  [
    'external-id-wrong',
    'A wrong external id',
    otherRole,
    {
      identity: [all],
      resource: doc(trusts({ AWS: other }, under({ StringEquals: { 'sts:ExternalId': '12345' } }))),
    },
    no,
    having({ 'sts:ExternalId': '54321' }),
  ],
  [
    'external-id-list',
    'One of two',
    otherRole,
    {
      identity: [all],
      resource: doc(
        trusts({ AWS: other }, under({ StringEquals: { 'sts:ExternalId': ['a', 'b'] } })),
      ),
    },
    yes,
    having({ 'sts:ExternalId': 'b' }),
  ],
  [
    'mfa-boolean',
    'A second factor, written as a boolean',
    user,
    {
      resource: doc(trusts({ AWS: user }, under({ Bool: { 'aws:MultiFactorAuthPresent': true } }))),
    },
    yes,
    having({ 'aws:MultiFactorAuthPresent': true }),
  ],
  [
    'source-identity',
    'A source identity of the list',
    role,
    { resource: doc(trusts({ AWS: role }, sourced)) },
    yes,
    having({ 'sts:SourceIdentity': 'jonas' }),
  ],
  ['source-identity-none', 'None', role, { resource: doc(trusts({ AWS: role }, sourced)) }, no],
  [
    'session-name',
    'A session that bears the user’s name',
    user,
    { resource: doc(trusts({ AWS: user }, sessionName)) },
    yes,
    having({ 'sts:RoleSessionName': 'maria' }),
  ],
  [
    'session-name-other',
    'Another’s',
    user,
    { resource: doc(trusts({ AWS: user }, sessionName)) },
    no,
    having({ 'sts:RoleSessionName': 'jonas' }),
  ],
];

const service = { service: 'sagemaker.amazonaws.com' };
const job = `arn:aws:sagemaker:eu-west-1:${own}:training-job/j`;
const forJobs = doc(
  trusts(
    { Service: service.service },
    under({
      StringEquals: { 'aws:SourceAccount': own },
      ArnLike: { 'aws:SourceArn': `arn:aws:sagemaker:*:${own}:*` },
    }),
  ),
);

const services: readonly CaseRow[] = [
  [
    'one-of-two',
    'One of two services',
    service,
    { resource: doc(trusts({ Service: ['ec2.amazonaws.com', service.service] })) },
    yes,
  ],
  ['account', 'A service is none of the account', service, byAccount, no],
  [
    'no-identity',
    'A service needs no Allow, and no organisation’s policy of ours binds it',
    service,
    { resource: doc(trusts({ Service: service.service })), identity: [nothing], scp: [[nothing]] },
    yes,
  ],
  [
    'job',
    'For a job of the account',
    service,
    { resource: forJobs },
    yes,
    having({ 'aws:SourceAccount': own, 'aws:SourceArn': job }),
  ],
  [
    'other-job',
    'For one of another',
    service,
    { resource: forJobs },
    no,
    having({ 'aws:SourceAccount': other, 'aws:SourceArn': job.replace(own, other) }),
  ],
  ['no-job', 'For none', service, { resource: forJobs }, no],
  [
    'rcp',
    'The role’s organisation may deny',
    service,
    {
      resource: doc(trusts({ Service: service.service })),
      rcp: [[everyone, doc(deny('sts:*', '*', { Principal: '*' }))]],
    },
    denied,
  ],
  [
    'deny-role',
    'A trusted service is not the account’s roles',
    role,
    { identity: [all], resource: doc(trusts({ Service: service.service })) },
    no,
  ],
];

const never: readonly CaseRow[] = [
  [
    'root',
    'A root user cannot assume roles, though it is named',
    root,
    { resource: doc(trusts({ AWS: root })) },
    no,
  ],
  [
    'foreign-root',
    'Nor that of another account',
    otherRoot,
    { resource: doc(trusts({ AWS: other })) },
    no,
  ],
  [
    'federated-user',
    'Nor can federated users, though they are named',
    federatedUser,
    { session: [all], resource: doc(trusts({ AWS: federatedUser })) },
    no,
  ],
];

function intoRole(row: CaseRow): CaseRow {
  const [id, title, principal, policies, expect, request] = row;
  const asked = { action: 'sts:AssumeRole', resource: target, ...request };
  return [id, title, principal, policies, expect, asked];
}

export const cases: readonly Case[] = [
  ...conditions.map(intoRole).map(casesOf('sts-condition', 'A7.1', page.roles)),
  ...services.map(intoRole).map(casesOf('sts-service', 'A7.2', page.roles)),
  ...never
    .map(intoRole)
    .map(
      casesOf(
        'sts-never',
        'A7.1',
        'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html',
      ),
    ),
];
