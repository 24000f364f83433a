import rule from '../../../suites/execution-role/conditions-are-effective.ts';
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
import { humanTrust, namedPolicy } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const job = 'sagemaker:CreateTrainingJob';
const loose = { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': ['subnet-1'] } };
const demanded = { ...loose, Null: { 'sagemaker:VpcSubnets': 'false' } };
const start = (condition: JsonObject, more: JsonObject = {}) =>
  allow(job, '*', { Condition: condition, ...more });
const starter = (...statements: readonly JsonObject[]) => ({
  ...executionRole(...statements),
  trustPolicy: humanTrust,
});
const user = build(
  'iam.user',
  { groups: present(['science']) },
  { id: `arn:aws:iam::${accountId}:user/ana`, name: 'ana' },
);
const group = (...statements: readonly JsonObject[]) =>
  build(
    'iam.group',
    { inlinePolicies: present([namedPolicy('work', ...statements)]) },
    { name: 'science' },
  );
const bounded = {
  ...starter(allow(job)),
  permissionsBoundary: present(policyArn),
};
const attachedStarter = { ...attachedRole(), trustPolicy: humanTrust };
const loner = { ...user, groups: absent };

ruleCases(rule, {
  pass: [
    { name: 'the key is demanded', resource: starter(start(demanded)) },
    { name: 'compute may be started without conditions', resource: executionRole(allow(job)) },
    {
      name: 'a group starts compute, with a condition that binds',
      resource: user,
      others: [user, group(start(demanded))],
    },
    {
      name: 'a condition on something else is loose',
      resource: starter(
        start(demanded),
        allow('s3:PutObject', '*', {
          Condition: { StringEqualsIfExists: { 's3:VersionId': '1' } },
        }),
      ),
    },
  ],
  fail: [
    {
      name: 'conditions hold for requests without the key',
      resource: starter(
        start(loose, { Sid: 'Start' }),
        start({ BoolIfExists: { 'sagemaker:NetworkIsolation': 'true' } }),
      ),
      findings: [
        'for-all-values:sagemaker:VpcSubnets:inline policy work:Start',
        'if-exists:sagemaker:NetworkIsolation:inline policy work:#1',
      ],
    },
    {
      name: 'the action does not carry the key, or the key is deprecated',
      resource: starter(
        allow([job, 'sagemaker:CreateTransformJob'], '*', { Condition: demanded }),
        start({ Null: { 'sagemaker:VolumeKmsKey': 'false' } }),
      ),
      findings: [
        'unsupported:sagemaker:VpcSubnets:inline policy work:#0',
        'deprecated:sagemaker:VolumeKmsKey:inline policy work:#1',
      ],
    },
    {
      name: 'a group of the user has such a condition',
      resource: user,
      others: [user, group(start(loose))],
      findings: ['for-all-values:sagemaker:VpcSubnets:inline policy work of group science:#0'],
    },
    {
      name: 'the boundary has',
      resource: bounded,
      others: [managedPolicy(start(loose))],
      findings: [`for-all-values:sagemaker:VpcSubnets:${policyArn}:#0`],
    },
  ],
  unknown: [
    {
      name: 'a managed policy is not in the snapshot',
      resource: attachedStarter,
      missing: [`document of ${policyArn}`],
    },
    {
      name: 'the boundary is not',
      resource: bounded,
      missing: [`document of ${policyArn}`],
    },
    {
      name: 'the policies of a group were not read',
      resource: user,
      others: [user, { ...group(), inlinePolicies: notCollected('denied') }],
      missing: ['inlinePolicies of group science'],
    },
  ],
  notApplicable: [
    { name: 'it may start no compute', resource: executionRole(allow('s3:GetObject')) },
    { name: 'a user has no policies', resource: loner },
    {
      name: 'the role is a declared administrator',
      resource: starter(start(loose)),
      inputs: { personas: { breakGlass: ['role/Training'] } },
    },
  ],
});
