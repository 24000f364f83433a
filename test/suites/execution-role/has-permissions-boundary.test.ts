import rule from '../../../suites/execution-role/has-permissions-boundary.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { executionTrust, humanTrust, policyOf, serviceLinked } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const boundary = 'arn:aws:iam::111122223333:policy/MlBoundary';
const id = 'arn:aws:iam::111122223333:role/ml/train';
const bounded = build(
  'iam.role',
  { trustPolicy: executionTrust, permissionsBoundary: present(boundary) },
  { id, name: 'train' },
);
const unbounded = build('iam.role', { trustPolicy: executionTrust });
const inputs = { permissionsBoundaries: [boundary] };
const saying = (...statements: readonly JsonObject[]) => [
  build('iam.policy', { document: present(policyOf(...statements)) }, { id: boundary }),
];
const work = { Effect: 'Allow', Action: ['s3:*', 'sagemaker:*'], Resource: '*' };
const all = { Effect: 'Allow', Action: '*', Resource: '*' };
const lifting = [
  ...['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'],
  ...['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
];

ruleCases(rule, {
  pass: [
    { name: 'the boundary is approved', resource: bounded, others: saying(work), inputs },
    {
      name: 'the boundary denies what would lift it',
      resource: bounded,
      others: saying(all, { Effect: 'Deny', Action: lifting, Resource: '*' }),
      inputs,
    },
    {
      name: 'the boundary allows to set itself alone',
      resource: bounded,
      others: saying(work, {
        Effect: 'Allow',
        Action: 'iam:PutRolePermissionsBoundary',
        Resource: '*',
        Condition: { StringEquals: { 'iam:PermissionsBoundary': boundary } },
      }),
      inputs,
    },
  ],
  fail: [
    {
      name: 'there is no boundary',
      resource: unbounded,
      inputs: { permissionsBoundaries: [boundary] },
      findings: ['no-boundary'],
    },
    {
      name: 'there is no boundary and none is declared',
      resource: unbounded,
      findings: ['no-boundary'],
    },
    {
      name: 'the approved boundary holds nothing back',
      resource: bounded,
      others: saying(all),
      inputs,
      findings: lifting.map((action) => `lets-go:${action}`),
    },
    {
      name: 'the boundary allows to rewrite itself',
      resource: bounded,
      others: saying(work, { Effect: 'Allow', Action: 'iam:Create*', Resource: '*' }),
      inputs,
      findings: ['lets-go:iam:CreatePolicyVersion'],
    },
    {
      name: 'the boundary is not approved',
      resource: bounded,
      inputs: { permissionsBoundaries: ['arn:aws:iam::aws:policy/PowerUserAccess'] },
      findings: ['unapproved-boundary'],
    },
  ],
  unknown: [
    {
      name: 'there is a boundary and none is declared',
      resource: bounded,
      missing: ['inputs.permissionsBoundaries'],
    },
    {
      name: 'the document of the boundary is not in the snapshot',
      resource: bounded,
      inputs,
      missing: [`boundary ${boundary}`],
    },
    {
      name: 'the boundary allows to take it off from some address',
      resource: bounded,
      others: saying(work, {
        Effect: 'Allow',
        Action: 'iam:Delete*',
        Resource: '*',
        Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
      }),
      inputs,
      missing: [`boundary ${boundary}`],
    },
    {
      name: 'the boundary was not read',
      resource: { ...bounded, permissionsBoundary: notCollected('denied') },
      inputs: { permissionsBoundaries: [boundary] },
      missing: ['permissionsBoundary'],
    },
  ],
  notApplicable: [
    {
      name: 'the role is service-linked, so that only AWS can change it',
      resource: { ...unbounded, ...serviceLinked },
    },
    {
      name: 'SageMaker may not assume the role',
      resource: build('iam.role', { trustPolicy: humanTrust }),
    },
  ],
});
