import rule from '../../../suites/escalation/iam-writes-gain-nothing.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build } from '../../support/build.ts';
import { equal, ofService, scene, strong, weak } from '../../support/escalation.ts';
import { allow, federatedRole, userWith } from '../../support/ml-account.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleArn } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const policyArn = `arn:aws:iam::${accountId}:policy/team`;
const team = build(
  'iam.policy',
  { document: present(policyOf(allow('s3:ListAllMyBuckets'))) },
  { id: policyArn, name: 'team' },
);
const others = [...scene, team];
const attached = { attachedPolicies: present([{ name: 'team', arn: policyArn }]) };
const groupArn = `arn:aws:iam::${accountId}:group/team`;
const group = build('iam.group', {}, { id: groupArn, name: 'team' });
const harmless = { ArnEquals: { 'iam:PolicyARN': policyArn } };
const onlyLambda = { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } };
const lambdaTrust = present(
  policyOf({
    Effect: 'Allow',
    Principal: { Service: ['lambda.amazonaws.com', 'ec2.amazonaws.com'] },
    Action: 'sts:AssumeRole',
  }),
);
const passAny = allow('iam:PassRole', roleArn('strong'));
const forLambda = [{ ...strong, trustPolicy: lambdaTrust }, ...others.slice(1)];
const bob = userWith('bob', allow('s3:GetObject'));

ruleCases(rule, {
  pass: [
    { name: 'it can nothing of that', resource: weak(allow('iam:Get*')), others },
    {
      name: 'everything is allowed already',
      resource: weak(allow('*')),
      others,
    },
    {
      name: 'it attaches policies to other roles alone',
      resource: weak(allow('iam:AttachRolePolicy', roleArn('other'))),
      others,
    },
    {
      name: 'it rewrites a policy that it does not have',
      resource: weak(allow('iam:CreatePolicyVersion', policyArn)),
      others,
    },
    {
      name: 'it has no boundary to take off',
      resource: weak(allow('iam:DeleteRolePermissionsBoundary')),
      others,
    },
    {
      name: 'it lets itself into a role that can nothing more',
      resource: equal(allow('iam:UpdateAssumeRolePolicy', roleArn('strong'))),
      others,
    },
    {
      name: 'it passes roles to Lambda and starts nothing there',
      resource: weak(passAny, allow('lambda:CreateFunction')),
      others: forLambda,
    },
    {
      name: 'it makes functions and passes roles to SageMaker alone',
      resource: weak(passAny, allow('lambda:*')),
      others,
    },
    {
      name: 'the role for instances is in no instance profile',
      resource: weak(passAny, allow('ec2:RunInstances')),
      others: forLambda,
    },
    {
      name: 'a declared administrator can',
      resource: weak(),
      others,
      inputs: { personas: { administrator: ['role/weak'] } },
      note: 'a declared administrator',
    },
  ],
  fail: [
    ...['iam:AttachRolePolicy', 'iam:PutRolePolicy'].map((action) => ({
      name: `a role can ${action} on itself`,
      resource: weak(allow(action, roleArn('weak'))),
      others,
      findings: ['widens-itself'],
    })),
    ...['iam:AttachUserPolicy', 'iam:PutUserPolicy'].map((action) => ({
      name: `a user can ${action} on itself`,
      resource: userWith('eve', allow(action, `arn:aws:iam::${accountId}:user/eve`)),
      others,
      findings: ['widens-itself'],
    })),
    ...['iam:AttachGroupPolicy', 'iam:PutGroupPolicy'].map((action) => ({
      name: `a user can ${action} on its group`,
      resource: { ...userWith('eve', allow(action, groupArn)), groups: present(['team']) },
      others: [...others, group],
      findings: ['widens-itself'],
    })),
    {
      name: 'a user joins a group',
      resource: userWith('eve', allow('iam:AddUserToGroup', groupArn)),
      others: [...others, group],
      findings: ['widens-itself'],
    },
    {
      name: 'a role rewrites a policy that it has',
      resource: { ...weak(allow('iam:CreatePolicyVersion', policyArn)), ...attached },
      others,
      findings: ['widens-itself'],
    },
    {
      name: 'a role takes off its boundary',
      resource: {
        ...weak(allow('iam:DeleteRolePermissionsBoundary')),
        permissionsBoundary: present('arn:aws:iam::aws:policy/wide'),
      },
      others: [
        ...others,
        build(
          'iam.policy',
          { document: present(policyOf(allow('iam:*'))) },
          { id: 'arn:aws:iam::aws:policy/wide', name: 'wide' },
        ),
      ],
      findings: ['widens-itself'],
    },
    {
      name: 'a role lets itself into another',
      resource: weak(allow('iam:UpdateAssumeRolePolicy', roleArn('strong'))),
      others,
      findings: ['acts-as:role/strong'],
    },
    {
      name: 'a role makes an access key of a user',
      resource: weak(allow('iam:CreateAccessKey', bob.id)),
      others: [...others, bob],
      findings: ['acts-as:user/bob'],
    },
    {
      name: 'a role starts a function',
      resource: weak(
        { ...passAny, Condition: onlyLambda },
        allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
      ),
      others: forLambda,
      findings: ['acts-as:role/strong'],
    },
    {
      name: 'a role starts an instance',
      resource: weak(passAny, allow('ec2:RunInstances')),
      others: [
        { ...strong, trustPolicy: lambdaTrust, instanceProfiles: present(['profile']) },
        ...others.slice(1),
      ],
      findings: ['acts-as:role/strong'],
    },
  ],
  unknown: [
    {
      name: 'it may attach some policies to itself',
      resource: weak({ ...allow('iam:AttachRolePolicy'), Condition: harmless }),
      others,
      missing: ['whether role/weak attaches policies to role/weak'],
    },
    {
      name: 'it may bring an older version of its policy back',
      resource: { ...weak(allow('iam:SetDefaultPolicyVersion')), ...attached },
      others,
      missing: ['whether role/weak brings an older version of the policy team back for role/weak'],
    },
    {
      name: 'whether the user has a password was not read',
      resource: weak(allow('iam:UpdateLoginProfile', bob.id)),
      others: [...others, { ...bob, credentials: notCollected('denied') }],
      missing: ['credentials of arn:aws:iam::111122223333:user/bob'],
    },
    {
      name: 'not all roles were listed',
      resource: weak(allow('iam:UpdateAssumeRolePolicy', roleArn('other'))),
      others: [...others, federatedRole('other')],
      universes: listDenied('iam.role'),
      missing: ['all iam.role in eu-west-1'],
    },
  ],
  notApplicable: [{ name: 'only a service acts by the role', resource: ofService, others }],
});
