import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import { doc, own, role } from './build.ts';
import { page, type Case } from './case.ts';

// Action, NotAction, Resource and NotResource: what they match.

const yes = 'allowed';
const no = 'implicitly-denied';

function one(
  id: string,
  [line, cites]: readonly [string, string],
  statement: JsonObject,
  request: { readonly action: string; readonly resource: string },
  expect: Outcome,
): Case {
  return {
    id,
    title: `${JSON.stringify(statement).slice(0, 120)} for ${request.action} on ${request.resource}`,
    line,
    cites,
    request: { principal: role, ...request },
    policies: { identity: [doc({ Effect: 'Allow', ...statement })] },
    expect,
  };
}

type ActionRow = readonly [action: JsonValue, asked: string, expect: Outcome];

const actions: readonly ActionRow[] = [
  ['s3:GetObject', 's3:GetObject', yes],
  ['s3:getobject', 's3:GetObject', yes],
  ['S3:GETOBJECT', 's3:GetObject', yes],
  ['s3:GetObject', 's3:getObject', yes],
  ['s3:Get*', 's3:GetObject', yes],
  ['s3:get*', 's3:GetObject', yes],
  ['s3:*', 's3:GetObject', yes],
  ['*', 's3:GetObject', yes],
  ['s3:*Object', 's3:GetObject', yes],
  ['s3:*Object', 's3:GetObjectAcl', no],
  ['s3:G?tObject', 's3:GetObject', yes],
  ['s3:GetObjec?', 's3:GetObject', yes],
  ['s3:GetObject?', 's3:GetObject', no],
  ['s3:GetObject', 's3:GetObjectVersion', no],
  ['s3:GetObject*', 's3:GetObjectVersion', yes],
  ['s3:Put*', 's3:GetObject', no],
  ['ec2:*', 's3:GetObject', no],
  [['s3:PutObject', 's3:GetObject'], 's3:GetObject', yes],
  [['s3:PutObject', 's3:DeleteObject'], 's3:GetObject', no],
  ['*:GetObject', 's3:GetObject', yes],
];

const notActions: readonly ActionRow[] = [
  ['s3:DeleteObject', 's3:GetObject', yes],
  ['s3:GetObject', 's3:GetObject', no],
  ['S3:getobject', 's3:GetObject', no],
  ['s3:Get*', 's3:GetObject', no],
  ['s3:*', 's3:GetObject', no],
  ['iam:*', 's3:GetObject', yes],
  ['*', 's3:GetObject', no],
  [['iam:*', 'organizations:*'], 's3:GetObject', yes],
  [['iam:*', 's3:*'], 's3:GetObject', no],
  ['iam:*', 'newservice:DoSomethingNew', yes],
];

type ResourceRow = readonly [line: string, pattern: JsonValue, asked: string, expect: Outcome];

const queue = (name: string): string => `arn:aws:sqs:eu-west-1:${own}:${name}`;

const resources: readonly ResourceRow[] = [
  ['A4.5', '*', 'arn:aws:s3:::models/a', yes],
  ['A4.2', 'arn:aws:s3:::models/a', 'arn:aws:s3:::models/a', yes],
  ['A4.2', 'arn:aws:s3:::Models/a', 'arn:aws:s3:::models/a', no],
  ['A4.2', 'arn:aws:s3:::models/A', 'arn:aws:s3:::models/a', no],
  ['A4.3', 'arn:aws:s3:::models/*', 'arn:aws:s3:::models/a', yes],
  ['A4.3', 'arn:aws:s3:::models/*', 'arn:aws:s3:::models/a/b/c', yes],
  ['A4.3', 'arn:aws:s3:::models/*', 'arn:aws:s3:::models', no],
  ['A4.3', 'arn:aws:s3:::models*', 'arn:aws:s3:::models', yes],
  ['A4.3', 'arn:aws:s3:::models*', 'arn:aws:s3:::models-eu/a', yes],
  ['A4.3', 'arn:aws:s3:::models', 'arn:aws:s3:::models/a', no],
  ['A4.3', 'arn:aws:s3:::models/?', 'arn:aws:s3:::models/a', yes],
  ['A4.3', 'arn:aws:s3:::models/?', 'arn:aws:s3:::models/ab', no],
  ['A4.3', 'arn:aws:s3:::models/?', 'arn:aws:s3:::models/', no],
  ['A4.3', 'arn:aws:s3:::*/a', 'arn:aws:s3:::models/a', yes],
  ['A4.3', 'arn:aws:s3:::*/a', 'arn:aws:s3:::models/x/a', yes],
  ['A4.3', 'arn:aws:s3:::models/*.csv', 'arn:aws:s3:::models/x/a.csv', yes],
  ['A4.3', 'arn:aws:s3:::models/*.csv', 'arn:aws:s3:::models/a.csv.gz', no],
  ['A4.3', 'arn:aws:s3:::models/a:*', 'arn:aws:s3:::models/a:b:c', yes],
  ['A4.3', `arn:aws:sqs:*:${own}:jobs`, queue('jobs'), yes],
  ['A4.3', `arn:aws:sqs:eu-*:${own}:jobs`, queue('jobs'), yes],
  ['A4.3', `arn:aws:sqs:us-*:${own}:jobs`, queue('jobs'), no],
  ['A4.3', 'arn:aws:sqs:*:*:jobs', queue('jobs'), yes],
  ['A4.3', 'arn:aws:sqs:*:*:*', queue('jobs'), yes],
  ['A4.3', 'arn:*:sqs:*:*:jobs', queue('jobs'), yes],
  ['A4.3', `arn:aws:sns:*:${own}:jobs`, queue('jobs'), no],
  ['A4.4', 'arn:aws:sqs', queue('jobs'), yes],
  ['A4.4', 'arn:aws:sqs:eu-west-1', queue('jobs'), yes],
  ['A4.4', 'arn:aws:sqs:us-east-1', queue('jobs'), no],
  ['A4.4', `arn:aws:sqs:eu-west-1:${own}`, queue('jobs'), yes],
  ['A4.3', ['arn:aws:s3:::other/*', 'arn:aws:s3:::models/*'], 'arn:aws:s3:::models/a', yes],
  ['A4.3', ['arn:aws:s3:::other/*', 'arn:aws:s3:::third/*'], 'arn:aws:s3:::models/a', no],
];

/** A wildcard at the end of a part before the sixth, and a name with colons: AWS is of two minds. */
const colons: readonly ResourceRow[] = [
  ['A4.3', 'arn:aws:logs:*:log-group', 'arn:aws:logs:eu-west-1:111122223333:log-group', 'unknown'],
  ['A4.3', `arn:aws:sqs:eu-*:jobs`, queue('jobs'), 'unknown'],
];

const notResources: readonly ResourceRow[] = [
  ['A4.6', 'arn:aws:s3:::models/*', 'arn:aws:s3:::models/a', no],
  ['A4.6', 'arn:aws:s3:::models/*', 'arn:aws:s3:::models', yes],
  ['A4.6', 'arn:aws:s3:::models/*', 'arn:aws:s3:::other/a', yes],
  ['A4.6', '*', 'arn:aws:s3:::other/a', no],
  ['A4.6', ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'], 'arn:aws:s3:::b/x', no],
  ['A4.6', ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'], 'arn:aws:s3:::c/x', yes],
];

const object = 'arn:aws:s3:::models/a';

function actionOf(asked: string): string {
  return asked.includes(':sqs:')
    ? 'sqs:SendMessage'
    : asked.includes(':logs:')
      ? 'logs:PutLogEvents'
      : 's3:GetObject';
}

export const cases: readonly Case[] = [
  ...actions.map(([action, asked, expect], index) =>
    one(
      `action-${String(index)}`,
      ['A4.1', page.action],
      { Action: action, Resource: '*' },
      { action: asked, resource: object },
      expect,
    ),
  ),
  ...notActions.map(([action, asked, expect], index) =>
    one(
      `not-action-${String(index)}`,
      ['A4.1', page.notAction],
      { NotAction: action, Resource: '*' },
      { action: asked, resource: object },
      expect,
    ),
  ),
  ...[...resources, ...colons].map(([line, pattern, asked, expect], index) =>
    one(
      `resource-${String(index)}`,
      [line, page.resource],
      { Action: '*', Resource: pattern },
      { action: actionOf(asked), resource: asked },
      expect,
    ),
  ),
  ...notResources.map(([line, pattern, asked, expect], index) =>
    one(
      `not-resource-${String(index)}`,
      [line, page.notResource],
      { Action: '*', NotResource: pattern },
      { action: actionOf(asked), resource: asked },
      expect,
    ),
  ),
  one(
    'without-resource-star',
    ['A4.5', page.resource],
    { Action: 's3:ListAllMyBuckets', Resource: '*' },
    { action: 's3:ListAllMyBuckets', resource: '*' },
    yes,
  ),
  one(
    'without-resource-arn',
    ['A4.5', page.resource],
    { Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::models' },
    { action: 's3:ListAllMyBuckets', resource: '*' },
    no,
  ),
  one(
    'without-resource-kms',
    ['A4.5', page.resource],
    { Action: 'kms:CreateKey', Resource: '*' },
    { action: 'kms:CreateKey', resource: '*' },
    yes,
  ),
  one(
    'without-resource-kms-arn',
    ['A4.5', page.resource],
    { Action: 'kms:CreateKey', Resource: `arn:aws:kms:*:${own}:key/*` },
    { action: 'kms:CreateKey', resource: '*' },
    no,
  ),
  one(
    'bucket-action-on-object-arn',
    ['A10.1', page.s3Actions],
    { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::models/*' },
    { action: 's3:ListBucket', resource: 'arn:aws:s3:::models' },
    no,
  ),
  one(
    'bucket-action-on-bucket-arn',
    ['A10.1', page.s3Actions],
    { Action: 's3:ListBucket', Resource: 'arn:aws:s3:::models' },
    { action: 's3:ListBucket', resource: 'arn:aws:s3:::models' },
    yes,
  ),
  one(
    'object-action-on-bucket-arn',
    ['A10.1', page.s3Actions],
    { Action: 's3:GetObject', Resource: 'arn:aws:s3:::models' },
    { action: 's3:GetObject', resource: object },
    no,
  ),
];
