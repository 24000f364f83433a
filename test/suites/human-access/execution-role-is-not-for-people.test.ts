import rule from '../../../suites/human-access/execution-role-is-not-for-people.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, region } from '../../support/build.ts';
import {
  allow,
  executionRole,
  federatedRole,
  settings,
  userWith,
} from '../../support/ml-account.ts';
import { humanTrust, policyOf, sageMakerTrust } from '../../support/policy.ts';
import { listDenied, roleArn, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const trusting = (principal: JsonObject, changes: JsonObject = {}) => ({
  ...executionRole('train'),
  trustPolicy: present(
    policyOf(sageMakerTrust(), {
      ...{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' },
      ...changes,
    }),
  ),
});
const account = { AWS: `arn:aws:iam::${accountId}:root` };
const open = trusting(account);
const assume = allow('sts:AssumeRole', roleArn('train'));

ruleCases(rule, {
  pass: [
    {
      name: 'SageMaker alone is trusted, whatever people may do themselves',
      resource: executionRole('train'),
      others: [...settings, userWith('ana', allow('*')), federatedRole('Scientist', allow('*'))],
    },
    {
      name: 'the account is trusted, and nobody is allowed',
      resource: open,
      others: [...settings, userWith('ana', allow('s3:*')), federatedRole('Scientist')],
    },
    {
      name: 'another machine can, and an administrator who is declared',
      resource: open,
      others: [
        ...settings,
        executionRole('pipeline', assume),
        federatedRole('Build', assume),
        federatedRole('Admin', allow('*')),
      ],
      inputs: { personas: { pipeline: ['role/Build'], administrator: ['role/Admin'] } },
      note: 'declared administrators can as well: role/Admin',
    },
  ],
  fail: [
    {
      name: 'a user, a federated role and a declared data scientist can',
      resource: open,
      others: [
        ...settings,
        userWith('ana', assume),
        federatedRole('Scientist', assume),
        roleWith('Switched', assume),
      ],
      inputs: { personas: { dataScientist: ['role/Switched'] } },
      findings: ['assumed-by:user/ana', 'assumed-by:role/Scientist', 'assumed-by:role/Switched'],
    },
    {
      name: 'the trust policy names a user',
      resource: trusting({ AWS: `arn:aws:iam::${accountId}:user/ana` }),
      others: [...settings, userWith('ana')],
      findings: ['assumed-by:user/ana'],
    },
    {
      name: 'people come through an identity provider',
      resource: trusting(
        { Federated: `arn:aws:iam::${accountId}:saml-provider/IdP` },
        { Action: 'sts:AssumeRoleWithSAML' },
      ),
      others: settings,
      findings: ['assumed-by:saml-provider/IdP'],
    },
  ],
  unknown: [
    {
      name: 'the trust policy of a role that can was not read',
      resource: open,
      others: [...settings, { ...roleWith('Odd', assume), trustPolicy: notCollected('denied') }],
      missing: [`trustPolicy of ${roleArn('Odd')}`],
    },
    {
      name: 'the policies of a user were not read',
      resource: open,
      others: [...settings, { ...userWith('ana'), inlinePolicies: notCollected('denied') }],
      missing: ['whether user/ana can call sts:AssumeRole'],
    },
    {
      name: 'not all users were listed',
      resource: executionRole('train'),
      others: settings,
      universes: listDenied('iam.user'),
      missing: [`all iam.user in ${region}`],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: { ...executionRole('train'), trustPolicy: humanTrust },
    },
  ],
});
