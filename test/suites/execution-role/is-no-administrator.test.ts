import rule from '../../../suites/execution-role/is-no-administrator.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import {
  allow,
  attachedRole,
  executionRole,
  managedPolicy,
  policyArn,
} from '../../support/execution-role.ts';
import { humanTrust, policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const alone = build('organizations.account');
const bounded = (...statements: readonly JsonObject[]) => ({
  ...executionRole(...statements),
  permissionsBoundary: present(policyArn),
});
/** A member of an organisation with a service control policy beside FullAWSAccess. */
const member = (...statements: readonly JsonObject[]) =>
  build('organizations.account', {
    organization: present({
      id: 'o-acme123456',
      managementAccount: '222200001111',
      featureSet: 'ALL',
    }),
    path: present(['r-ac01', '111122223333']),
    serviceControlPolicies: present([
      {
        target: 'r-ac01',
        policies: [
          { name: 'FullAWSAccess', ...policyOf(allow('*')) },
          { name: 'guard', ...policyOf(...statements) },
        ],
      },
    ]),
  });

ruleCases(rule, {
  pass: [
    {
      name: 'it does its work',
      resource: executionRole(allow(['s3:*', 'sagemaker:*', 'logs:*', 'ecr:*', 'cloudwatch:*'])),
      others: [alone],
    },
    {
      name: 'it writes the policies of one user',
      resource: executionRole(
        allow('iam:PutUserPolicy', 'arn:aws:iam::111122223333:user/pipeline'),
      ),
      others: [alone],
    },
    {
      name: 'the boundary holds an administrator back',
      resource: bounded(allow('*')),
      others: [alone, managedPolicy(allow(['s3:*', 'sagemaker:*', 'cloudwatch:*']))],
    },
    {
      name: 'a service control policy leaves only a few services',
      resource: executionRole(allow('*')),
      others: [member({ Effect: 'Deny', NotAction: ['s3:*', 'sagemaker:*'], Resource: '*' })],
    },
  ],
  fail: [
    {
      name: 'everything is allowed',
      resource: executionRole(allow('*')),
      others: [alone],
      findings: ['administers-iam', 'administers-services'],
    },
    {
      name: 'everything is, by a managed policy, and some is denied to everybody',
      resource: attachedRole(),
      others: [
        managedPolicy(allow('*')),
        member({
          Effect: 'Deny',
          Action: ['iam:CreateAccessKey', 'iam:CreateUser', 'ec2:*', 'cloudtrail:*'],
          Resource: '*',
        }),
      ],
      findings: ['administers-iam', 'administers-services'],
    },
    {
      name: 'all of IAM is',
      resource: executionRole(allow('iam:*')),
      others: [alone],
      findings: ['administers-iam'],
    },
    {
      name: 'all but IAM is',
      resource: executionRole({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
      others: [alone],
      findings: ['administers-services'],
    },
    {
      name: 'it makes policies of any name',
      resource: executionRole(allow('iam:CreatePolicy*')),
      others: [alone],
      findings: ['administers-iam'],
    },
  ],
  unknown: [
    {
      name: 'the document of a managed policy is not in the snapshot',
      resource: attachedRole(),
      others: [alone],
      missing: [
        'whether role/Training can call iam:AttachUserPolicy',
        'whether role/Training can call ec2:RunInstances',
      ],
    },
    {
      name: 'the boundary is not',
      resource: bounded(allow('iam:*')),
      others: [alone],
      missing: ['whether role/Training can call iam:AttachUserPolicy'],
    },
    {
      name: 'the organisation was not read',
      resource: executionRole(allow('iam:*')),
      missing: ['whether role/Training can call iam:AttachUserPolicy'],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: { ...executionRole(allow('*')), trustPolicy: humanTrust },
    },
  ],
});
