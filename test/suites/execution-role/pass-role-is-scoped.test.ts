import rule from '../../../suites/execution-role/pass-role-is-scoped.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build } from '../../support/build.ts';
import {
  allow,
  attachedRole,
  executionRole,
  managedPolicy,
  policyArn,
} from '../../support/execution-role.ts';
import { humanTrust, namedPolicy, serviceLinked } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const alone = build('organizations.account');
const named = `arn:aws:iam::${accountId}:role/ml/training`;
const start = allow('sagemaker:CreateTrainingJob');
const bound = { Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } } };
const scoped = allow('iam:PassRole', named, bound);
const when = (operator: string, ...services: readonly string[]) =>
  allow('iam:PassRole', named, { Condition: { [operator]: { 'iam:PassedToService': services } } });
/** One that starts jobs, and by which none runs. */
const starter = (...statements: readonly JsonObject[]) => ({
  ...executionRole(start, ...statements),
  trustPolicy: humanTrust,
});
const userArn = `arn:aws:iam::${accountId}:user/ana`;
const user = build('iam.user', { groups: present(['science']) }, { id: userArn, name: 'ana' });
const group = (...statements: readonly JsonObject[]) =>
  build(
    'iam.group',
    { inlinePolicies: present([namedPolicy('work', ...statements)]) },
    { name: 'science' },
  );
const bystander = { ...executionRole(allow('iam:PassRole')), trustPolicy: humanTrust };
const attachedStarter = { ...attachedRole(), trustPolicy: humanTrust };
const loner = { ...user, groups: absent };

ruleCases(rule, {
  pass: [
    { name: 'a starter passes a named role to SageMaker', resource: starter(scoped) },
    { name: 'an execution role does', resource: executionRole(scoped) },
    { name: 'an execution role passes none', resource: executionRole(start) },
    {
      name: 'the role is named by the account of the principal',
      resource: starter(
        allow('iam:PassRole', 'arn:aws:iam::${aws:PrincipalAccount}:role/training', bound),
      ),
    },
    {
      name: 'the condition demands the key by itself',
      resource: starter(
        allow('iam:PassRole', named, {
          Condition: {
            StringEqualsIfExists: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
            Null: { 'iam:PassedToService': 'false' },
          },
        }),
      ),
    },
    {
      name: 'a further service is declared',
      resource: starter(when('StringLike', 'sagemaker.amazonaws.com', 'glue.amazonaws.com')),
      inputs: { executionRoleServices: ['glue.amazonaws.com'] },
    },
    {
      name: 'a wildcard action is for objects alone',
      resource: starter(allow('*', 'arn:aws:s3:::models/*')),
    },
    {
      name: 'the group of a user passes a named role',
      resource: user,
      others: [user, group(start, scoped)],
    },
    {
      name: 'a Deny lets it pass none, though a statement says so',
      resource: starter(allow('iam:PassRole', '*', { Sid: 'Pass' }), {
        Effect: 'Deny',
        Action: 'iam:*',
        Resource: '*',
      }),
      others: [alone],
      note: 'only another policy holds back role:*:inline policy work:Pass, service:inline policy work:Pass; scope the statement, too',
    },
  ],
  fail: [
    {
      name: 'roles are meant by a pattern',
      resource: starter(
        allow('iam:PassRole', [named, 'arn:aws:iam::*:role/training', `${named}-*`], bound),
      ),
      others: [alone],
      findings: [
        'role:arn:aws:iam::*:role/training:inline policy work:#1',
        `role:${named}-*:inline policy work:#1`,
      ],
    },
    {
      name: 'roles are meant by a variable',
      resource: {
        ...starter(
          allow('iam:PassRole', `arn:aws:iam::${accountId}:role/\${aws:PrincipalTag/team}`, bound),
        ),
        tags: present({ team: 'fraud' }),
      },
      others: [alone],
      findings: [
        `role:arn:aws:iam::${accountId}:role/\${aws:PrincipalTag/team}:inline policy work:#1`,
      ],
    },
    {
      name: 'all but one role are meant',
      resource: starter({
        Effect: 'Allow',
        Action: 'iam:PassRole',
        NotResource: named,
        ...bound,
      }),
      others: [alone],
      findings: [`role:NotResource ${named}:inline policy work:#1`],
    },
    {
      name: 'no service is named',
      resource: starter(allow('iam:PassRole', named, { Sid: 'Pass' })),
      others: [alone],
      findings: ['service:inline policy work:Pass'],
    },
    {
      name: 'the condition on the service does not bind',
      resource: starter(
        when('StringEqualsIfExists', 'sagemaker.amazonaws.com'),
        when('ForAllValues:StringEquals', 'sagemaker.amazonaws.com'),
        when('StringNotEquals', 'lambda.amazonaws.com'),
        when('StringLike', '*.amazonaws.com'),
        when('StringEquals', 'sagemaker.amazonaws.com', 'lambda.amazonaws.com'),
      ),
      others: [alone],
      findings: [1, 2, 3, 4, 5].map((index) => `service:inline policy work:#${index}`),
    },
    {
      name: 'everything is allowed, in an execution role',
      resource: executionRole(allow('*', '*', { Sid: 'All' })),
      others: [alone],
      findings: ['role:*:inline policy work:All', 'service:inline policy work:All'],
    },
    {
      name: 'a group lets its users pass any role',
      resource: user,
      others: [alone, user, group(start, allow('iam:Pass*'))],
      findings: [
        'role:*:inline policy work of group science:#1',
        'service:inline policy work of group science:#1',
      ],
    },
  ],
  unknown: [
    {
      name: 'a managed policy does, and another that is not known may deny it',
      resource: {
        ...attachedRole(),
        attachedPolicies: present([
          { name: 'Training', arn: policyArn },
          { name: 'Gone', arn: `${policyArn}-2` },
        ]),
      },
      others: [alone, managedPolicy(start, allow('iam:PassRole', named))],
      missing: [`${policyArn}-2`],
    },
    {
      name: 'a managed policy is not in the snapshot',
      resource: attachedRole(),
      missing: [`document of ${policyArn}`],
    },
    {
      name: 'it is not, and may start compute',
      resource: attachedStarter,
      missing: [`document of ${policyArn}`],
    },
    {
      name: 'the group of a user is not in the snapshot',
      resource: user,
      others: [user],
      missing: ['group science'],
    },
    {
      name: 'the groups of a user were not read',
      resource: user,
      others: [{ ...user, groups: notCollected('denied') }],
      missing: ['groups'],
    },
    {
      name: 'the policies of a group were not read',
      resource: user,
      others: [user, { ...group(start), attachedPolicies: notCollected('denied') }],
      missing: ['attachedPolicies of group science'],
    },
    {
      name: 'the trust policy of the role was not read',
      resource: executionRole(scoped),
      others: [{ ...executionRole(scoped), trustPolicy: notCollected('denied') }],
      missing: ['trustPolicy'],
    },
  ],
  notApplicable: [
    {
      name: 'it neither starts nor runs compute',
      resource: bystander,
    },
    { name: 'a user has no policies', resource: loner },
    {
      name: 'the role is a declared administrator',
      resource: starter(allow('*')),
      inputs: { personas: { administrator: ['role/Training'] } },
    },
    {
      name: 'the role is linked to a service',
      resource: { ...executionRole(allow('*')), ...serviceLinked },
    },
  ],
});
