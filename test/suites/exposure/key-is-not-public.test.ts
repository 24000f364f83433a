import rule from '../../../suites/exposure/key-is-not-public.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import { key, keyArn } from '../../support/key.ts';
import { organizationWith, ownOrganization } from '../../support/organization.ts';
import { policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const delegation = {
  Sid: 'Account',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};
const open = (Condition?: JsonObject, changes: JsonObject = {}): JsonObject => ({
  Sid: 'Open',
  Effect: 'Allow',
  Principal: { AWS: '*' },
  Action: ['kms:Decrypt', 'kms:DescribeKey'],
  Resource: '*',
  ...(Condition && { Condition }),
  ...changes,
});
const withPolicy = (...statements: readonly JsonObject[]) =>
  key({ policy: present(policyOf(delegation, ...statements)) });

ruleCases(rule, {
  pass: [
    { name: 'the key is left to the account', resource: withPolicy() },
    {
      name: 'everybody is bound to callers of the account, as in keys of services',
      resource: withPolicy(
        open({
          StringEquals: {
            'kms:CallerAccount': '111122223333',
            'kms:ViaService': 's3.eu-west-1.amazonaws.com',
          },
        }),
      ),
    },
    {
      name: 'everybody is bound to an organisation',
      resource: withPolicy(open({ StringEquals: { 'aws:PrincipalOrgID': ownOrganization } })),
    },
    {
      name: 'another account is named, which is no stranger',
      resource: withPolicy(open(undefined, { Principal: { AWS: '999988887777' } })),
    },
    {
      name: 'everybody may do what works in the own account alone',
      resource: withPolicy(open(undefined, { Action: 'kms:ScheduleKeyDeletion' })),
    },
    {
      name: 'a Deny keeps out who is of no organisation that it names',
      resource: withPolicy(
        open(),
        open({ StringNotEquals: { 'aws:PrincipalOrgID': ownOrganization } }, { Effect: 'Deny' }),
      ),
    },
    {
      name: 'a resource control policy keeps strangers out',
      resource: withPolicy(open()),
      others: [
        organizationWith({
          ...open({ StringNotEqualsIfExists: { 'aws:PrincipalOrgID': ownOrganization } }),
          ...{ Effect: 'Deny', Principal: '*', Action: 'kms:*' },
        }),
      ],
    },
  ],
  fail: [
    {
      name: 'everybody may decrypt',
      resource: withPolicy(open()),
      findings: ['everybody:Open'],
    },
    {
      name: 'everybody through one service may decrypt',
      resource: withPolicy(
        open({ StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } }),
      ),
      findings: ['everybody:Open'],
    },
    {
      name: 'the condition holds for callers without the key',
      resource: withPolicy(open({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } })),
      findings: ['everybody:Open'],
    },
    {
      name: 'all but one role may decrypt',
      resource: key({
        policy: present(
          policyOf({
            Effect: 'Allow',
            NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/x' },
            Action: 'kms:*',
            Resource: '*',
          }),
        ),
      }),
      findings: ['lets-in:all but arn:aws:iam::111122223333:role/x:#0'],
    },
  ],
  unknown: [
    {
      name: 'a condition is about a key that nobody knows',
      resource: withPolicy(open({ StringEquals: { 'new:Key': 'x' } })),
      missing: ['key policy statement Open for *'],
    },
    {
      name: 'a statement has an odd effect',
      resource: withPolicy(open(undefined, { Effect: 'allow' })),
      missing: ['key policy at /Statement/1/Effect'],
    },
    { name: 'AWS gave no policy', resource: key({ policy: absent }), missing: ['policy'] },
    {
      name: 'the policy could not be read',
      resource: key({ policy: notCollected('denied') }),
      missing: ['policy'],
    },
  ],
  notApplicable: [
    {
      name: 'AWS manages the key',
      resource: key({ manager: present('AWS'), policy: notCollected('AWS') }),
    },
    {
      name: 'the key is not among the approved ones',
      resource: withPolicy(open()),
      inputs: { approvedKeys: [keyArn('other')] },
      others: [key({}, { id: keyArn('other'), name: 'other' })],
    },
  ],
});
