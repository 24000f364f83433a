import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import {
  all,
  allow,
  deny,
  doc,
  grant,
  key,
  nothing,
  other,
  otherRole,
  own,
  read,
  role,
  root,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// Service and resource control policies: every level must allow, and whom they bind.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const star = { Principal: '*' };
const everyone = doc(allow('*', '*', star));
const region = { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } };

type Row = readonly [
  id: string,
  title: string,
  policies: CasePolicies,
  expect: Outcome,
  request?: Partial<CaseRequest>,
];

const scp: readonly Row[] = [
  ['every-level', 'Every level allows', { scp: [[all], [all], [all]] }, yes],
  ['root-silent', 'The root allows nothing', { scp: [[], [all], [all]] }, no],
  ['middle-silent', 'A level in the middle allows nothing', { scp: [[all], [nothing], [all]] }, no],
  ['account-silent', 'The account’s own level allows nothing', { scp: [[all], [all], []] }, no],
  [
    'allow-list',
    'A level that allows only S3 allows S3',
    { scp: [[all], [doc(allow('s3:*'))]] },
    yes,
  ],
  [
    'allow-list-other',
    'A level that allows only EC2 does not allow S3',
    { scp: [[all], [doc(allow('ec2:*'))]] },
    no,
  ],
  [
    'two-policies',
    'Policies of one level add up',
    { scp: [[doc(allow('ec2:*')), doc(allow('s3:*'))]] },
    yes,
  ],
  [
    'levels-intersect',
    'Levels intersect',
    { scp: [[doc(allow('ec2:*'))], [doc(allow('s3:*'))]] },
    no,
  ],
  ['grants-nothing', 'A service control policy gives nothing', { identity: [], scp: [[all]] }, no],
  ['no-organisation', 'Where none apply, none limit', {}, yes],
  [
    'empty-organisation',
    'Where they apply and none is attached, nothing is allowed',
    { scp: [[]] },
    no,
  ],
  [
    'allow-with-resource',
    'An Allow may name resources',
    { scp: [[doc(allow('s3:*', 'arn:aws:s3:::models/*'))]] },
    yes,
  ],
  [
    'allow-with-other-resource',
    'An Allow for other resources is none',
    { scp: [[doc(allow('s3:*', 'arn:aws:s3:::other/*'))]] },
    no,
  ],
  [
    'allow-with-condition',
    'An Allow may have conditions',
    { scp: [[doc(allow('*', '*', { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }))]] },
    yes,
    { context: { 'aws:SecureTransport': 'true' } },
  ],
  [
    'allow-not-action',
    'An Allow may have NotAction',
    { scp: [[doc({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })]] },
    yes,
  ],
  [
    'region-lock-outside',
    'A region lock hits other regions',
    { scp: [[all, doc({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*', ...region })]] },
    denied,
    { context: { 'aws:RequestedRegion': 'us-east-1' } },
  ],
  [
    'region-lock-inside',
    'A region lock leaves its region alone',
    { scp: [[all, doc({ Effect: 'Deny', NotAction: 'iam:*', Resource: '*', ...region })]] },
    yes,
    { context: { 'aws:RequestedRegion': 'eu-west-1' } },
  ],
  ['binds-user', 'Users are bound', { scp: [[nothing]] }, no, { principal: user }],
  ['binds-root', 'The root user is bound', { scp: [[nothing]] }, no, { principal: root }],
  [
    'spares-service-linked-role',
    'Service-linked roles are not bound',
    { scp: [[nothing]] },
    yes,
    {
      principal: `arn:aws:iam::${own}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks`,
    },
  ],
  [
    'deny-spares-service-linked-role',
    'Nor by a Deny',
    { scp: [[all, doc(deny())]] },
    yes,
    {
      principal: `arn:aws:iam::${own}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks`,
    },
  ],
];

const rcp: readonly Row[] = [
  ['full-access', 'RCPFullAWSAccess at every level', { rcp: [[everyone], [everyone]] }, yes],
  [
    'deny-at-level',
    'A Deny at any level wins',
    { rcp: [[everyone], [everyone, doc(deny('s3:*', '*', star))]] },
    denied,
  ],
  ['silent-level', 'A level that allows nothing', { rcp: [[everyone], []] }, no],
  [
    'grants-nothing',
    'A resource control policy gives nothing',
    { identity: [], rcp: [[everyone]] },
    no,
  ],
  [
    'unsupported-service',
    'They do not apply to SageMaker',
    { rcp: [[nothing, doc(deny('*', '*', star))]] },
    yes,
    { action: 'sagemaker:DescribeModel', resource: `arn:aws:sagemaker:eu-west-1:${own}:model/m` },
  ],
  [
    'supported-sts',
    'They apply to STS',
    {
      rcp: [[everyone, doc(deny('sts:*', '*', star))]],
      resource: doc({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: role } }),
    },
    denied,
    { action: 'sts:AssumeRole', resource: `${role}2` },
  ],
  [
    'binds-anonymous',
    'Anonymous callers are bound',
    { rcp: [[everyone, doc(deny('s3:*', '*', star))]], resource: doc(grant('*')) },
    denied,
    { principal: 'anonymous' },
  ],
  [
    'binds-service',
    'Services are bound',
    {
      rcp: [[everyone, doc(deny('s3:*', '*', star))]],
      resource: doc(grant({ Service: 'sagemaker.amazonaws.com' })),
    },
    denied,
    { principal: { service: 'sagemaker.amazonaws.com' } },
  ],
  [
    'carve-out-for-services',
    'A carve-out for services lets them through',
    {
      rcp: [
        [
          everyone,
          doc(
            deny('s3:*', '*', {
              ...star,
              Condition: { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } },
            }),
          ),
        ],
      ],
      resource: doc(grant({ Service: 'sagemaker.amazonaws.com' })),
    },
    yes,
    { principal: { service: 'sagemaker.amazonaws.com' } },
  ],
  [
    'binds-foreigners',
    'Callers of other accounts are bound',
    { rcp: [[everyone, doc(deny('s3:*', '*', star))]], resource: doc(grant({ AWS: other })) },
    denied,
    { principal: otherRole },
  ],
  [
    'perimeter',
    'A perimeter keeps other organisations out',
    {
      rcp: [
        [
          everyone,
          doc(
            deny('s3:*', '*', {
              ...star,
              Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours' } },
            }),
          ),
        ],
      ],
      resource: doc(grant({ AWS: other })),
    },
    denied,
    { principal: otherRole, context: { 'aws:PrincipalOrgID': 'o-theirs' } },
  ],
  [
    'perimeter-inside',
    'And lets our own through',
    {
      rcp: [
        [
          everyone,
          doc(
            deny('s3:*', '*', {
              ...star,
              Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours' } },
            }),
          ),
        ],
      ],
      resource: doc(grant({ AWS: other })),
    },
    yes,
    { principal: otherRole, context: { 'aws:PrincipalOrgID': 'o-ours' } },
  ],
  [
    'spares-service-linked-role',
    'Service-linked roles are not bound',
    { rcp: [[nothing]] },
    yes,
    {
      principal: `arn:aws:iam::${own}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks`,
    },
  ],
  [
    'binds-root',
    'The root user is bound',
    { rcp: [[everyone, doc(deny('s3:*', '*', star))]] },
    denied,
    { principal: root },
  ],
];

const keyPolicy: JsonObject = doc({
  Effect: 'Allow',
  Principal: { AWS: root },
  Action: 'kms:*',
  Resource: '*',
});

export const cases: readonly Case[] = [
  ...scp.map((row) => caseOf(row, 'scp', 'A9.1', page.scpEvaluation)),
  ...rcp.map((row) => caseOf(row, 'rcp', 'A9.2', page.rcpEvaluation)),
  {
    id: 'rcp-aws-managed-key',
    title: 'They do not apply to keys that AWS manages',
    line: 'A8.6',
    cites: page.rcp,
    request: { principal: role, action: 'kms:Decrypt', resource: key },
    policies: { identity: [all], resource: keyPolicy, rcp: [[doc(deny('*', '*', star))]] },
    settings: { kms: { manager: 'AWS' } },
    expect: yes,
  },
  {
    id: 'rcp-customer-key',
    title: 'They apply to a customer’s keys',
    line: 'A8.6',
    cites: page.rcp,
    request: { principal: role, action: 'kms:Decrypt', resource: key },
    policies: { identity: [all], resource: keyPolicy, rcp: [[doc(deny('*', '*', star))]] },
    settings: { kms: { manager: 'CUSTOMER' } },
    expect: denied,
  },
  {
    id: 'rcp-retire-grant',
    title: 'They do not apply to kms:RetireGrant',
    line: 'A8.6',
    cites: page.rcp,
    request: { principal: role, action: 'kms:RetireGrant', resource: key },
    policies: { identity: [all], resource: keyPolicy, rcp: [[doc(deny('*', '*', star))]] },
    expect: yes,
  },
];

function caseOf(row: Row, layer: 'scp' | 'rcp', line: string, cites: string): Case {
  const [id, title, policies, expect, request] = row;
  return {
    id: `${layer}-${id}`,
    title,
    line,
    cites,
    request: { ...read, resourceAccount: own, ...request },
    policies: { identity: [all], ...policies },
    expect,
  };
}
