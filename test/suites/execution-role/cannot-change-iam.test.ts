import rule from '../../../suites/execution-role/cannot-change-iam.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build } from '../../support/build.ts';
import {
  allow,
  attachedRole,
  executionRole,
  policyArn,
  roleArn,
} from '../../support/execution-role.ts';
import { humanTrust, policyOf, serviceLinked } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const alone = build('organizations.account');
const adminArn = `arn:aws:iam::${accountId}:role/Admin`;
const otherArn = 'arn:aws:iam::444455556666:role/reader';
/** Another role of the account, and whom it trusts. */
const admin = (principal: JsonObject = { AWS: `arn:aws:iam::${accountId}:root` }) =>
  build(
    'iam.role',
    {
      trustPolicy: present(
        policyOf({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }),
      ),
    },
    { id: adminArn, name: 'Admin' },
  );
const boundary = (...statements: readonly JsonObject[]) =>
  build('iam.policy', { document: present(policyOf(...statements)) }, { id: policyArn });
const bounded = (...statements: readonly JsonObject[]) => ({
  ...executionRole(...statements),
  permissionsBoundary: present(policyArn),
});
const work = `inline policy work of Training`;

const tag = '${aws:PrincipalTag/team}';

ruleCases(rule, {
  pass: [
    {
      name: 'it has nothing to do with IAM and STS',
      resource: executionRole(allow('s3:GetObject')),
      others: [alone, admin()],
    },
    {
      name: 'it reads and passes only',
      resource: executionRole(allow(['iam:Get*', 'iam:List*', 'iam:PassRole'])),
      others: [alone],
    },
    {
      name: 'it makes service-linked roles',
      resource: executionRole(allow('iam:CreateServiceLinkedRole')),
      others: [alone],
    },
    {
      name: 'the boundary leaves IAM and STS out',
      resource: bounded(allow('*')),
      others: [alone, admin(), boundary(allow('s3:*'))],
    },
    {
      name: 'the roles that it may assume are declared',
      resource: executionRole(allow('sts:AssumeRole', [adminArn, otherArn])),
      others: [alone, admin()],
      params: { assumableRoles: ['arn:aws:iam::*:role/Admin', otherArn] },
    },
    {
      name: 'the other role trusts another one, and services',
      resource: executionRole(allow('sts:AssumeRole', `arn:aws:iam::${accountId}:role/*`)),
      others: [
        alone,
        admin({ AWS: `arn:aws:iam::${accountId}:role/Somebody`, Service: 'ec2.amazonaws.com' }),
      ],
    },
    {
      name: 'it may assume itself',
      resource: {
        ...executionRole(allow('sts:AssumeRole', roleArn)),
        trustPolicy: present(
          policyOf({
            Effect: 'Allow',
            Principal: { AWS: roleArn, Service: 'sagemaker.amazonaws.com' },
            Action: 'sts:AssumeRole',
          }),
        ),
      },
      others: [alone],
    },
  ],
  fail: [
    {
      name: 'it may write policies and make credentials',
      resource: executionRole(
        allow(['iam:PutRolePolicy', 'iam:AttachRolePolicy'], adminArn, { Sid: 'Write' }),
        allow('iam:CreateAccessKey'),
      ),
      others: [alone],
      findings: [`writes-iam:${work}:Write`, `writes-iam:${work}:#1`],
    },
    {
      name: 'everything is allowed',
      resource: executionRole(allow('*', '*', { Sid: 'All' })),
      others: [alone, admin()],
      findings: [
        `writes-iam:${work}:All`,
        `assumes:${adminArn}`,
        'assumes:*:inline policy work:All',
      ],
    },
    {
      name: 'it takes a boundary off, within its own',
      resource: bounded(allow('iam:Delete*')),
      others: [alone, boundary(allow('iam:*'))],
      findings: [`writes-iam:${work}:#0`],
    },
    {
      name: 'the trust policy of another role names it',
      resource: executionRole(allow('s3:GetObject')),
      others: [alone, admin({ AWS: roleArn })],
      findings: [`assumes:${adminArn}`],
    },
    {
      name: 'it may assume roles of other accounts',
      resource: executionRole(
        allow('sts:AssumeRole', [otherArn, 'arn:aws:iam::*:role/reader', adminArn]),
        allow('sts:AssumeRole', 'arn:aws:iam::444455556666:role/*', { Sid: 'All' }),
      ),
      others: [alone],
      params: { assumableRoles: ['arn:aws:iam::444455556666:role/writer'] },
      findings: [
        `assumes:${otherArn}:inline policy work:#0`,
        'assumes:arn:aws:iam::*:role/reader:inline policy work:#0',
        'assumes:arn:aws:iam::444455556666:role/*:inline policy work:All',
      ],
    },
    {
      name: 'its tags name a role of another account',
      resource: {
        ...executionRole(allow('sts:AssumeRole', `arn:aws:iam::444455556666:role/${tag}`)),
        tags: present({ team: 'reader' }),
      },
      others: [alone],
      findings: [`assumes:arn:aws:iam::444455556666:role/${tag}:inline policy work:#0`],
    },
    {
      name: 'all but one role may be assumed',
      resource: executionRole({
        Effect: 'Allow',
        Action: 'sts:*',
        NotResource: adminArn,
      }),
      others: [alone],
      findings: ['assumes:*:inline policy work:#0'],
    },
  ],
  unknown: [
    {
      name: 'the document of a managed policy is not in the snapshot',
      resource: attachedRole(),
      others: [alone],
      missing: [`document of ${policyArn}`],
    },
    {
      name: 'the boundary was not read',
      resource: bounded(allow('iam:CreateUser')),
      others: [alone],
      missing: ['whether role/Training can call iam:CreateUser'],
    },
    {
      name: 'the organisation was not read',
      resource: executionRole(allow('iam:CreateUser')),
      missing: ['whether role/Training can call iam:CreateUser'],
    },
    {
      name: 'it may assume a role of another account, if the boundary lets it',
      resource: bounded(allow('sts:AssumeRole', otherArn)),
      others: [alone],
      missing: [policyArn],
    },
    {
      name: 'the trust policy of another role was not read',
      resource: executionRole(allow('s3:GetObject')),
      others: [alone, { ...admin(), trustPolicy: notCollected('denied') }],
      missing: ['whether role/Training can call sts:AssumeRole'],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: { ...executionRole(allow('*')), trustPolicy: humanTrust },
    },
    {
      name: 'the role is linked to a service',
      resource: { ...executionRole(allow('*')), ...serviceLinked },
    },
  ],
});
