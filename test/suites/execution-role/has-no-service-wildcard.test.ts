import rule from '../../../suites/execution-role/has-no-service-wildcard.ts';
import { notCollected } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import {
  allow,
  attachedRole,
  executionRole,
  managedPolicy,
  policyArn,
} from '../../support/execution-role.ts';
import { humanTrust } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

ruleCases(rule, {
  pass: [
    {
      name: 'actions have names',
      resource: executionRole(allow(['s3:GetObject', 's3:PutObject'])),
    },
    { name: 'a wildcard stands in a name', resource: executionRole(allow('sagemaker:Describe*')) },
    {
      name: 'a whole service is denied',
      resource: executionRole(allow('s3:GetObject'), {
        Effect: 'Deny',
        Action: 'iam:*',
        Resource: '*',
      }),
    },
    {
      name: 'a managed policy has names',
      resource: attachedRole(),
      others: [managedPolicy(allow('logs:PutLogEvents'))],
    },
  ],
  fail: [
    {
      name: 'a service is allowed in whole, on one bucket only',
      resource: executionRole(allow(['s3:*', 's3:GetObject'], 'arn:aws:s3:::models/*')),
      findings: ['action:s3:*:inline policy work:#0'],
    },
    {
      name: 'everything is, in whatever way it is written',
      resource: executionRole(
        allow('*', '*', { Sid: 'All' }),
        allow(['*:*', 'KMS:**', 's?:*', 'ecr:?*']),
      ),
      findings: [
        'action:*:inline policy work:All',
        'action:*:*:inline policy work:#1',
        'action:KMS:**:inline policy work:#1',
        'action:s?:*:inline policy work:#1',
        'action:ecr:?*:inline policy work:#1',
      ],
    },
    {
      name: 'all but a list is',
      resource: executionRole({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
      findings: ['not-action:inline policy work:#0'],
    },
    {
      name: 'a managed policy does',
      resource: attachedRole(),
      others: [managedPolicy(allow('kms:*'))],
      findings: [`action:kms:*:${policyArn}:#0`],
    },
  ],
  unknown: [
    {
      name: 'the document of a managed policy is not in the snapshot',
      resource: attachedRole(),
      missing: [`document of ${policyArn}`],
    },
    {
      name: 'it could not be read',
      resource: attachedRole(),
      others: [build('iam.policy', { document: notCollected('denied') }, { id: policyArn })],
      missing: [`document of ${policyArn}`],
    },
    {
      name: 'an action is odd',
      resource: executionRole(allow('s3')),
      missing: ['inline policy work at /Statement/0/Action'],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: { ...executionRole(allow('s3:*')), trustPolicy: humanTrust },
    },
  ],
});
