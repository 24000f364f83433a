import rule from '../../../suites/encryption/key-is-used-by-declared.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { absent, notCollected, present } from '../../../src/model/observed.ts';
import { accountId } from '../../support/build.ts';
import { key, keyArn } from '../../support/key.ts';
import { noOrganization, organizationWith, ownOrganization } from '../../support/organization.ts';
import { executionTrust, policyOf, serviceLinked } from '../../support/policy.ts';
import { listDenied, roleArn, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const statement = (Sid: string, Action: string | readonly string[], changes: JsonObject = {}) => ({
  ...{ Sid, Effect: 'Allow', Action, Resource: '*' },
  ...changes,
});
const delegation = statement('Account', 'kms:*', {
  Principal: { AWS: `arn:aws:iam::${accountId}:root` },
});
const withPolicy = (...statements: readonly JsonObject[]) =>
  key({
    usage: present('ENCRYPT_DECRYPT'),
    policy: present(policyOf(...statements)),
    grants: present([]),
  });
const delegated = withPolicy(delegation);
const managedByAws = {
  ...delegated,
  ...{ manager: present('AWS'), policy: notCollected('AWS'), grants: notCollected('AWS') },
};
const grantTo = (name: string) => ({
  ...{ id: 'g', grantee: roleArn(name), retiring: null, issuer: null, operations: ['Decrypt'] },
  ...{ encryptionContextEquals: null, encryptionContextSubset: null },
});
const viaS3 = { Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } };
const forServices = { Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } };
const decrypt = (changes: JsonObject = viaS3) =>
  statement('Read', ['kms:Decrypt', 'kms:GenerateDataKey'], { Resource: keyArn(), ...changes });
const training = (...statements: readonly JsonObject[]) => ({
  ...roleWith('training', ...statements),
  trustPolicy: executionTrust,
});
const to = (name: string) => ({ Principal: { AWS: roleArn(name) } });
const personas = { dataScientist: ['role/Scientist'], keyAdmin: ['role/KeyAdmin'] };
const declared = { inputs: { personas } };

ruleCases(rule, {
  pass: [
    {
      name: 'the key is left to the account, and nobody is let through',
      resource: delegated,
      others: [noOrganization],
    },
    {
      name: 'execution roles and declared readers use it through a service',
      resource: delegated,
      others: [noOrganization, training(decrypt()), roleWith('Scientist', decrypt())],
      ...declared,
    },
    {
      name: 'the key policy itself names them, and makes grants for services alone',
      resource: withPolicy(
        statement('Read', ['kms:Decrypt', 'kms:GenerateDataKey'], { ...to('training'), ...viaS3 }),
        statement('Volumes', 'kms:CreateGrant', { ...to('training'), ...forServices }),
      ),
      others: [noOrganization, training()],
    },
    {
      name: 'key administrators make grants, and read nothing',
      resource: delegated,
      others: [
        noOrganization,
        roleWith('KeyAdmin', statement('Admin', ['kms:Create*', 'kms:Put*', 'kms:Schedule*'])),
      ],
      ...declared,
      note: 'declared administrators can as well: role/KeyAdmin',
    },
    {
      name: 'a declared administrator has all of it, by the key policy too',
      resource: withPolicy(delegation, statement('Admin', 'kms:*', to('Admin'))),
      others: [noOrganization, roleWith('Admin', statement('All', '*'))],
      inputs: { personas: { administrator: ['role/Admin'] } },
      note: `declared administrators can as well: ${roleArn('Admin')}, role/Admin`,
    },
    {
      name: 'the account is trusted, or of the own organisation',
      resource: withPolicy(
        delegation,
        statement('Share', 'kms:Decrypt', { Principal: { AWS: '999988887777' } }),
        statement('Fellows', 'kms:Decrypt', {
          Principal: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': ownOrganization } },
        }),
      ),
      others: [organizationWith()],
      inputs: { trustedAccounts: ['999988887777'] },
    },
    {
      name: 'an AWS service and a role that AWS keeps use it',
      resource: withPolicy(
        delegation,
        statement('Logs', 'kms:Decrypt', { Principal: { Service: 'logs.amazonaws.com' } }),
      ),
      others: [noOrganization, { ...roleWith('x', decrypt({})), ...serviceLinked }],
    },
    {
      name: 'a grant lets in an execution role, which no grant binds to a service',
      resource: { ...delegated, grants: present([grantTo('training')]) },
      others: [noOrganization, training(decrypt())],
    },
    {
      name: 'the key signs, and decrypts nothing',
      resource: { ...delegated, usage: present('SIGN_VERIFY') },
      others: [noOrganization, roleWith('Other', decrypt({}))],
      ...declared,
    },
  ],
  fail: [
    {
      name: 'a role that is not declared may decrypt by IAM',
      resource: delegated,
      others: [noOrganization, roleWith('Analyst', decrypt())],
      ...declared,
      findings: ['user:role/Analyst'],
    },
    {
      name: 'a key administrator may decrypt',
      resource: delegated,
      others: [noOrganization, roleWith('KeyAdmin', decrypt())],
      ...declared,
      findings: ['user:role/KeyAdmin'],
    },
    {
      name: 'a grant lets in a role that is not declared',
      resource: {
        ...delegated,
        grants: present([grantTo('Analyst')]),
      },
      others: [noOrganization, roleWith('Analyst')],
      ...declared,
      findings: ['user:role/Analyst'],
    },
    {
      name: 'an execution role may decrypt without a service in between',
      resource: delegated,
      others: [noOrganization, training(decrypt({}))],
      findings: ['direct:role/training'],
    },
    {
      name: 'grants may be made for anybody',
      resource: withPolicy(statement('Volumes', 'kms:CreateGrant', to('training'))),
      others: [noOrganization, training()],
      findings: ['granter:role/training'],
    },
    {
      name: 'the condition on grants holds where the key is missing',
      resource: withPolicy(
        statement('Volumes', 'kms:CreateGrant', {
          ...to('training'),
          Condition: { BoolIfExists: { 'kms:GrantIsForAWSResource': 'true' } },
        }),
      ),
      others: [noOrganization, training()],
      findings: ['granter:role/training'],
    },
    {
      name: 'the key policy gives all to a role',
      resource: withPolicy(delegation, statement('All', 'kms:*', { ...to('training'), ...viaS3 })),
      others: [noOrganization, training()],
      findings: [`whole-key:${roleArn('training')}:All`, 'granter:role/training'],
    },
    {
      name: 'the key policy lets everybody decrypt',
      resource: withPolicy(delegation, statement('Open', 'kms:Decrypt', { Principal: '*' })),
      others: [noOrganization],
      findings: ['everybody:Open', 'user:any principal of any AWS account'],
    },
    {
      name: 'an account is not trusted',
      resource: withPolicy(
        delegation,
        statement('Share', 'kms:Decrypt', { Principal: { AWS: '444455556666' } }),
      ),
      others: [noOrganization],
      findings: ['user:any principal of account 444455556666'],
    },
  ],
  unknown: [
    {
      name: 'nothing is declared',
      resource: delegated,
      others: [noOrganization, roleWith('Analyst', decrypt())],
      missing: [`inputs.personas, to judge ${roleArn('Analyst')}`],
    },
    {
      name: 'not all roles were listed',
      resource: delegated,
      others: [noOrganization],
      universes: listDenied('iam.role'),
      missing: ['all iam.role in eu-west-1'],
    },
    {
      name: 'the policies of a role were not read',
      resource: delegated,
      others: [noOrganization, { ...roleWith('Analyst'), inlinePolicies: notCollected('denied') }],
      ...declared,
      missing: [
        'whether role/Analyst can call kms:Decrypt',
        'whether role/Analyst can call kms:CreateGrant',
      ],
    },
    {
      name: 'the trust policy of a role was not read',
      resource: delegated,
      others: [noOrganization, { ...training(decrypt()), trustPolicy: notCollected('denied') }],
      ...declared,
      missing: [`trustPolicy of ${roleArn('training')}`],
    },
    { name: 'AWS gave no policy', resource: key({ policy: absent }), missing: ['policy'] },
    {
      name: 'policy and grants could not be read',
      resource: { ...delegated, policy: notCollected('denied'), grants: notCollected('denied') },
      missing: ['policy', 'grants'],
    },
  ],
  notApplicable: [
    { name: 'AWS manages the key', resource: managedByAws },
    {
      name: 'the key is not among the approved ones',
      resource: delegated,
      inputs: { approvedKeys: [keyArn('other')] },
      others: [key({}, { id: keyArn('other'), name: 'other' })],
    },
  ],
});
