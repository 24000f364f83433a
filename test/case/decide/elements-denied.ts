import type { JsonObject } from '../../../src/model/json.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import { all, doc, own, role, user } from './build.ts';
import { page, type Case } from './case.ts';

// Action and Resource in a Deny, and ARNs of services beside S3.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const unknown = 'unknown';

const model = `arn:aws:sagemaker:eu-west-1:${own}:model/churn`;
const models = 'arn:aws:s3:::models/a';
const logs = `arn:aws:logs:eu-west-1:${own}:log-group:/aws/sagemaker/TrainingJobs:log-stream:j/1`;

type Row = readonly [
  line: string,
  statement: JsonObject,
  action: string,
  resource: string,
  expect: Outcome,
];

/** Beside an Allow of everything. */
const denials: readonly Row[] = [
  ['A4.1', { Action: 'S3:getOBJECT', Resource: '*' }, 's3:GetObject', models, denied],
  ['A4.1', { Action: 's3:Get?bject', Resource: '*' }, 's3:GetObject', models, denied],
  ['A4.1', { Action: 's3:*Object', Resource: '*' }, 's3:GetObjectTagging', models, yes],
  ['A4.1', { NotAction: 's3:*', Resource: '*' }, 's3:GetObject', models, yes],
  ['A4.1', { NotAction: 's3:*', Resource: '*' }, 'sagemaker:DescribeModel', model, denied],
  ['A4.1', { NotAction: ['s3:Get*', 's3:List*'], Resource: '*' }, 's3:PutObject', models, denied],
  ['A4.1', { NotAction: 's3:get*', Resource: '*' }, 's3:GetObject', models, yes],
  ['A4.2', { Action: '*', Resource: 'arn:aws:s3:::MODELS/*' }, 's3:GetObject', models, yes],
  ['A4.2', { Action: '*', Resource: `${user}` }, 'iam:GetUser', user, denied],
  ['A4.2', { Action: '*', Resource: `${user.replace('m', 'M')}` }, 'iam:GetUser', user, yes],
  ['A4.6', { Action: '*', NotResource: 'arn:aws:s3:::models/*' }, 's3:GetObject', models, yes],
  ['A4.6', { Action: '*', NotResource: 'arn:aws:s3:::other/*' }, 's3:GetObject', models, denied],
  [
    'A4.6',
    { Action: '*', NotResource: ['arn:aws:s3:::other/*', 'arn:aws:s3:::models/a'] },
    's3:GetObject',
    models,
    yes,
  ],
  [
    'A4.6',
    { Action: '*', NotResource: 'arn:aws:s3:::${aws:username}/*' },
    's3:GetObject',
    models,
    'unknown',
  ],
  ['A4.5', { Action: '*', Resource: 'arn:aws:s3:::models' }, 's3:ListAllMyBuckets', '*', yes],
  ['A4.5', { Action: '*', Resource: '*' }, 's3:ListAllMyBuckets', '*', denied],
  ['A4.3', { Action: '*', Resource: 'arn:aws:s3:::*' }, 's3:GetObject', models, denied],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:sagemaker:*:${own}:model/*` },
    'sagemaker:DescribeModel',
    model,
    denied,
  ],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:sagemaker:*:*:endpoint/*` },
    'sagemaker:DescribeModel',
    model,
    yes,
  ],
  [
    'A4.3',
    { Action: '*', NotResource: 'arn:aws:sqs:eu-*:jobs' },
    'sqs:SendMessage',
    `arn:aws:sqs:eu-west-1:${own}:jobs`,
    unknown,
  ],
  ['A4.5', { Action: 's3:*', NotResource: 'arn:aws:s3:::x' }, 's3:ListAllMyBuckets', '*', denied],
];

/** AWS takes no wildcard for the service: what such a name reaches is not sure. */
const wildServices: readonly Row[] = [
  ['A4.3', { Action: '*', Resource: 'arn:aws:*:::models/*' }, 's3:GetObject', models, unknown],
  ['A4.3', { Action: '*', Resource: 'arn:aws:s3*' }, 's3:GetObject', models, unknown],
  ['A4.3', { Action: '*', Resource: 'arn:aws:s3*:models/a' }, 's3:GetObject', models, unknown],
  ['A4.3', { Action: '*', Resource: 'arn:aws:s3*/a' }, 's3:GetObject', models, unknown],
  ['A4.3', { Action: '*', NotResource: 'arn:aws:s3*:models/a' }, 's3:GetObject', models, unknown],
  ['A4.3', { Action: '*', Resource: 'arn:aws:s3*:other/a' }, 's3:GetObject', models, no],
];

/** Alone. */
const grants: readonly Row[] = [
  ['A4.1', { Action: '*:*', Resource: '*' }, 's3:GetObject', models, yes],
  ['A4.1', { Action: 's3:???Object', Resource: '*' }, 's3:GetObject', models, yes],
  ['A4.1', { Action: 's3:?GetObject', Resource: '*' }, 's3:GetObject', models, no],
  ['A4.1', { Action: 's?:GetObject', Resource: '*' }, 's3:GetObject', models, yes],
  ['A4.1', { Action: 'sagemaker:Describe*', Resource: '*' }, 'sagemaker:DescribeModel', model, yes],
  ['A4.1', { Action: 'sagemaker:describe*', Resource: '*' }, 'sagemaker:CreateModel', model, no],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:sagemaker:*:${own}:model/c?urn` },
    'sagemaker:DescribeModel',
    model,
    yes,
  ],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:sagemaker:eu-????-1:${own}:model/churn` },
    'sagemaker:DescribeModel',
    model,
    yes,
  ],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:sagemaker:eu-west-1:${own}:*` },
    'sagemaker:DescribeModel',
    model,
    yes,
  ],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:sagemaker:eu-west-1:444455556666:model/*` },
    'sagemaker:DescribeModel',
    model,
    no,
  ],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:logs:*:*:log-group:/aws/sagemaker/*` },
    'logs:PutLogEvents',
    logs,
    yes,
  ],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:logs:*:${own}:log-group:*:log-stream:j/?` },
    'logs:PutLogEvents',
    logs,
    yes,
  ],
  [
    'A4.3',
    { Action: '*', Resource: `arn:aws:logs:*:${own}:log-group:/aws/lambda/*` },
    'logs:PutLogEvents',
    logs,
    no,
  ],
  ['A4.3', { Action: '*', Resource: 'arn:aws-cn:s3:::models/*' }, 's3:GetObject', models, no],
  ['A4.3', { Action: '*', Resource: 'arn:aws*:s3:::models/*' }, 's3:GetObject', models, yes],
  ['A4.3', { Action: '*', Resource: ['arn:aws:s3:::x', '*'] }, 's3:GetObject', models, yes],
  ['A4.3', { Action: '*', Resource: 'arn:aws:s3:::models/**' }, 's3:GetObject', models, yes],
  ['A4.5', { Action: '*', Resource: '**' }, 's3:ListAllMyBuckets', '*', yes],
  ['A4.5', { Action: 's3:*', NotResource: 'arn:aws:s3:::x' }, 's3:ListAllMyBuckets', '*', yes],
  ['A4.6', { Action: '*', NotResource: 'arn:aws:s3:::Models/a' }, 's3:GetObject', models, yes],
  ['A4.6', { Action: '*', NotResource: 'arn:aws:s3:::models/?' }, 's3:GetObject', models, no],
];

export const cases: readonly Case[] = [
  ...denials.map((row, index) => caseOf(`element-denied-${String(index)}`, 'Deny', row)),
  ...wildServices.map((row, index) =>
    caseOf(`element-wild-service-${String(index)}`, 'Allow', row),
  ),
  ...grants.map((row, index) => caseOf(`element-granted-${String(index)}`, 'Allow', row)),
];

function caseOf(id: string, effect: 'Allow' | 'Deny', row: Row): Case {
  const [line, statement, action, resource, expect] = row;
  const document = doc({ Effect: effect, ...statement });
  return {
    id,
    title: `${effect} ${JSON.stringify(statement)} for ${action} on ${resource}`,
    line,
    cites: pageOf(line, statement),
    request: { principal: role, action, resource, resourceAccount: own },
    policies: { identity: effect === 'Deny' ? [all, document] : [document] },
    expect,
  };
}

function pageOf(line: string, statement: JsonObject): string {
  if (line === 'A4.1') return 'NotAction' in statement ? page.notAction : page.action;
  if (line === 'A4.6') return page.notResource;
  return page.resource;
}
