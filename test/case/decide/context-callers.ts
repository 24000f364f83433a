import type { CasePolicies } from '../../../src/decide/case.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import {
  all,
  bucket,
  type CaseRow,
  casesOf,
  deny,
  doc,
  federatedUser,
  grant,
  other,
  otherRole,
  own,
  role,
  root,
  session,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// Keys that follow from the caller and from the resource.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

const service = { service: 'sagemaker.amazonaws.com' };
const foreign = { resourceAccount: own };

function onlyIf(condition: JsonObject): CasePolicies {
  return { identity: [all], resource: doc(grant('*', { Condition: condition })) };
}

/** A bucket policy that is open but for a Deny under a condition. */
function keptOutIf(condition: JsonObject): CasePolicies {
  return {
    identity: [all],
    resource: doc(
      grant('*'),
      deny('s3:*', `${bucket}/*`, { Principal: '*', Condition: condition }),
    ),
  };
}

const derived: readonly CaseRow[] = [
  [
    'account-foreign',
    'The account of a caller from another one',
    otherRole,
    onlyIf({ StringEquals: { 'aws:PrincipalAccount': other } }),
    yes,
    foreign,
  ],
  [
    'account-of-resource',
    'The resource’s account is the owner’s',
    otherRole,
    onlyIf({ StringEquals: { 'aws:ResourceAccount': own } }),
    yes,
    foreign,
  ],
  [
    'account-same',
    'The two differ',
    otherRole,
    onlyIf({ StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } }),
    no,
    foreign,
  ],
  [
    'account-anonymous',
    'Strangers’ account is the word anonymous',
    'anonymous',
    onlyIf({ StringEquals: { 'aws:PrincipalAccount': 'anonymous' } }),
    yes,
  ],
  [
    'type-federated',
    'The type of a federated user',
    federatedUser,
    { session: [all], ...onlyIf({ StringEquals: { 'aws:PrincipalType': 'FederatedUser' } }) },
    yes,
  ],
  [
    'arn-federated',
    'Its ARN',
    federatedUser,
    { session: [all], ...onlyIf({ ArnEquals: { 'aws:PrincipalArn': federatedUser } }) },
    yes,
  ],
  [
    'arn-deny-session',
    'A Deny of all but a role spares its sessions',
    session,
    keptOutIf({ ArnNotEquals: { 'aws:PrincipalArn': role } }),
    yes,
  ],
  [
    'arn-deny-user',
    'And hits users',
    user,
    keptOutIf({ ArnNotEquals: { 'aws:PrincipalArn': role } }),
    denied,
  ],
  [
    'arn-deny-anonymous',
    'And strangers, who have no ARN',
    'anonymous',
    keptOutIf({ ArnNotEquals: { 'aws:PrincipalArn': role } }),
    denied,
  ],
  [
    'arn-deny-service',
    'And services, which have none',
    service,
    keptOutIf({ ArnNotEquals: { 'aws:PrincipalArn': role } }),
    denied,
  ],
  [
    'userid-root',
    'The root user’s id is its account’s',
    root,
    onlyIf({ StringEquals: { 'aws:userid': own } }),
    yes,
  ],
  [
    'userid-role',
    'A role’s id and the name of its session',
    session,
    keptOutIf({ StringNotLike: { 'aws:userid': ['AROAEXAMPLEID:*', own] } }),
    yes,
    { context: { 'aws:userid': 'AROAEXAMPLEID:s1' } },
  ],
  [
    'userid-other',
    'Another role’s',
    session,
    keptOutIf({ StringNotLike: { 'aws:userid': ['AROAEXAMPLEID:*', own] } }),
    denied,
    { context: { 'aws:userid': 'AROAOTHER:s1' } },
  ],
];

export const cases: readonly Case[] = derived.map(casesOf('derived', 'A6', page.keys));
