import type { CaseRequest } from '../../../src/decide/case.ts';
import type { JsonValue } from '../../../src/model/json.ts';
import {
  allow,
  doc,
  grant,
  object,
  other,
  otherRole,
  otherRoot,
  own,
  role,
  session,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// Keys that follow from who asks and for whose resource; how keys are joined.

type Row = readonly [
  title: string,
  principal: CaseRequest['principal'],
  operator: string,
  key: string,
  value: JsonValue,
  holds: boolean,
];

const service = { service: 'sagemaker.amazonaws.com' };

/** A bucket policy grants to everyone under one condition; our own root user would not need it. */
const rows: readonly Row[] = [
  ['a user’s own ARN', user, 'ArnEquals', 'aws:PrincipalArn', user, true],
  ['a session has its role’s ARN', session, 'ArnEquals', 'aws:PrincipalArn', role, true],
  ['a session does not have its own ARN', session, 'ArnEquals', 'aws:PrincipalArn', session, false],
  ['the root user’s ARN', otherRoot, 'ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:root', true],
  ['strangers have no ARN', 'anonymous', 'ArnLike', 'aws:PrincipalArn', 'arn:aws:iam::*:*', false],
  ['the caller’s account', user, 'StringEquals', 'aws:PrincipalAccount', own, true],
  ['another account', user, 'StringEquals', 'aws:PrincipalAccount', other, false],
  [
    'a session is an AssumedRole',
    session,
    'StringEquals',
    'aws:PrincipalType',
    'AssumedRole',
    true,
  ],
  ['a user is a User', user, 'StringEquals', 'aws:PrincipalType', 'User', true],
  ['the root user is an Account', otherRoot, 'StringEquals', 'aws:PrincipalType', 'Account', true],
  ['a stranger is Anonymous', 'anonymous', 'StringEquals', 'aws:PrincipalType', 'Anonymous', true],
  ['users have a name', user, 'StringEquals', 'aws:username', 'maria', true],
  ['the root user’s id is its account’s', otherRoot, 'StringEquals', 'aws:userid', other, true],
  ['a stranger’s id', 'anonymous', 'StringEquals', 'aws:userid', 'anonymous', true],
  ['a stranger’s account', 'anonymous', 'StringEquals', 'aws:PrincipalAccount', 'anonymous', true],
  ['roles have none', role, 'StringLike', 'aws:username', '*', false],
  ['a service is one', service, 'Bool', 'aws:PrincipalIsAWSService', 'true', true],
  ['a user is none', user, 'Bool', 'aws:PrincipalIsAWSService', 'false', true],
  [
    'strangers do not carry the key',
    'anonymous',
    'Null',
    'aws:PrincipalIsAWSService',
    'true',
    true,
  ],
  [
    'a service’s name',
    service,
    'StringEquals',
    'aws:PrincipalServiceName',
    'sagemaker.amazonaws.com',
    true,
  ],
  ['a user has no service name', user, 'Null', 'aws:PrincipalServiceName', 'true', true],
  ['a direct call is not via a service', user, 'Bool', 'aws:ViaAWSService', 'false', true],
  ['the owner of the resource', user, 'StringEquals', 'aws:ResourceAccount', own, true],
  ['untagged callers carry no tag', role, 'Null', 'aws:PrincipalTag/team', 'true', true],
  ['nobody gave an address', user, 'IpAddress', 'aws:SourceIp', '0.0.0.0/0', false],
  ['a caller in no organisation carries no id', user, 'Null', 'aws:PrincipalOrgID', 'true', true],
];

const joined: readonly (readonly [title: string, condition: JsonValue, holds: boolean])[] = [
  ['all operators must hold', { StringEquals: { 'x:A': '1' }, StringLike: { 'x:B': '2*' } }, true],
  [
    'one that does not hold is enough',
    { StringEquals: { 'x:A': '1' }, StringLike: { 'x:B': '3*' } },
    false,
  ],
  ['all keys of an operator must hold', { StringEquals: { 'x:A': '1', 'x:B': '22' } }, true],
  ['one key that does not is enough', { StringEquals: { 'x:A': '1', 'x:B': '2' } }, false],
  ['any value of a key will do', { StringEquals: { 'x:A': ['0', '1'] } }, true],
  ['no value of a negated key may match', { StringNotEquals: { 'x:A': ['0', '1'] } }, false],
  ['names of keys know no case', { StringEquals: { 'X:a': '1' } }, true],
  ['values do', { StringEquals: { 'x:C': 'ABC' } }, false],
  ['an empty condition always holds', {}, true],
];

export const cases: readonly Case[] = [
  ...rows.map(([title, principal, operator, key, value, holds], index): Case => ({
    id: `key-${String(index)}`,
    title: `Context: ${title}`,
    line: 'A6',
    cites: page.keys,
    request: { principal, action: 's3:GetObject', resource: object, resourceAccount: own },
    policies: { resource: doc(grant('*', { Condition: { [operator]: { [key]: value } } })) },
    expect: holds ? 'allowed' : 'implicitly-denied',
  })),
  ...joined.map(([title, condition, holds], index): Case => ({
    id: `joined-${String(index)}`,
    title: `Conditions: ${title}`,
    line: 'A5.1',
    cites: page.conditionLogic,
    request: {
      principal: role,
      action: 's3:GetObject',
      resource: object,
      context: { 'x:A': '1', 'x:B': '22', 'x:C': 'abc' },
    },
    policies: { identity: [doc(allow('*', '*', { Condition: condition }))] },
    expect: holds ? 'allowed' : 'implicitly-denied',
  })),
  {
    id: 'key-source-account',
    title: 'A service that acts for a resource of another account is kept out',
    line: 'A6',
    cites: page.keys,
    request: {
      principal: service,
      action: 's3:GetObject',
      resource: object,
      context: { 'aws:SourceAccount': other },
    },
    policies: {
      resource: doc(
        grant(
          { Service: service.service },
          { Condition: { StringEquals: { 'aws:SourceAccount': own } } },
        ),
      ),
    },
    expect: 'implicitly-denied',
    reason: 'aws:SourceAccount',
  },
  {
    id: 'key-given-wins',
    title: 'What the request says of a key wins over what is derived',
    line: 'A6',
    cites: page.keys,
    request: {
      principal: otherRole,
      action: 's3:GetObject',
      resource: object,
      resourceAccount: own,
      context: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/path/Partner' },
    },
    policies: {
      identity: [doc(allow())],
      resource: doc(
        grant('*', {
          Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/path/*' } },
        }),
      ),
    },
    expect: 'allowed',
  },
];
