import rule from '../../../suites/separation-of-duties/key-administrator-does-not-decrypt.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build, region } from '../../support/build.ts';
import { allow, executionRole, settings, userWith } from '../../support/ml-account.ts';
import { policyOf } from '../../support/policy.ts';
import { listDenied, roleArn, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const id = `arn:aws:kms:${region}:${accountId}:key/1`;
const delegation = {
  Sid: 'Iam',
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${accountId}:root` },
  Action: 'kms:*',
  Resource: '*',
};
const key = (...statements: readonly JsonObject[]) =>
  build(
    'kms.key',
    {
      manager: present('CUSTOMER'),
      keyState: present('Enabled'),
      policy: present(policyOf(...statements)),
      grants: present([]),
      usage: present('ENCRYPT_DECRYPT'),
    },
    { id, name: '1' },
  );
const resource = key(delegation);
const administer = allow(['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion', 'kms:CreateGrant']);
const grantFor = (flag: boolean): JsonObject => ({
  ...allow(['kms:CreateGrant', 'kms:Decrypt']),
  Condition: { Bool: { 'kms:GrantIsForAWSResource': String(flag) } },
});

ruleCases(rule, {
  pass: [
    {
      name: 'one administers, and another decrypts',
      resource,
      others: [
        ...settings,
        roleWith('Keeper', administer),
        executionRole('train', allow('kms:Decrypt', id)),
      ],
    },
    {
      name: 'an execution role grants the key to AWS services alone',
      resource,
      others: [...settings, executionRole('train', allow('kms:Decrypt'), grantFor(true))],
    },
    {
      name: 'a declared administrator does both',
      resource,
      others: [...settings, roleWith('Admin', allow('*'))],
      inputs: { personas: { administrator: ['role/Admin'] } },
      note: 'declared administrators can as well: role/Admin',
    },
    {
      name: 'the key policy leaves nothing to IAM, and names two',
      resource: key(
        { ...administer, Principal: { AWS: roleArn('Keeper') } },
        { ...allow('kms:Decrypt'), Principal: { AWS: roleArn('train') } },
      ),
      others: [...settings, roleWith('Keeper', allow('kms:*')), executionRole('train')],
    },
  ],
  fail: [
    {
      name: 'an administrator that is not declared, an execution role and a user do both',
      resource,
      others: [
        ...settings,
        roleWith('Admin', allow('*')),
        executionRole('train', allow('kms:*', id)),
        userWith('ana', allow(['kms:Decrypt', 'kms:ScheduleKeyDeletion'])),
      ],
      findings: ['role/Admin', 'role/train', 'user/ana'].map(
        (who) => `administers-and-decrypts:${who}`,
      ),
    },
    {
      name: 'one who decrypts may grant the same to anybody',
      resource,
      others: [...settings, roleWith('Scientist', grantFor(false), allow('kms:Decrypt'))],
      findings: ['administers-and-decrypts:role/Scientist'],
    },
    {
      name: 'the key policy lets a declared administrator of keys decrypt',
      resource: key(delegation, {
        ...allow('kms:*'),
        Principal: { AWS: roleArn('Keeper') },
      }),
      others: [...settings, roleWith('Keeper')],
      inputs: { personas: { keyAdmin: ['role/Keeper'] } },
      findings: ['administers-and-decrypts:role/Keeper'],
    },
  ],
  unknown: [
    {
      name: 'whether the administrator decrypts is not understood',
      resource,
      others: [
        ...settings,
        roleWith('Keeper', administer, {
          ...allow('kms:Decrypt'),
          Condition: { StringSame: { 'kms:ViaService': 'x' } },
        }),
      ],
      missing: ['whether role/Keeper can call kms:Decrypt'],
    },
    {
      name: 'not all roles were listed',
      resource,
      others: settings,
      universes: listDenied('iam.role'),
      missing: [`all iam.role in ${region}`],
    },
    {
      name: 'the policies of a role were not read',
      resource,
      others: [...settings, { ...roleWith('Odd'), attachedPolicies: notCollected('denied') }],
      missing: ['whether role/Odd can call kms:PutKeyPolicy'],
    },
  ],
  notApplicable: [
    {
      name: 'AWS manages the key',
      resource: { ...resource, manager: present('AWS') },
      others: settings,
    },
    {
      name: 'the key signs',
      resource: { ...resource, usage: present('SIGN_VERIFY') },
      others: [...settings, roleWith('Keeper', administer, allow('kms:Decrypt'))],
    },
    {
      name: 'the key is not among the approved ones',
      resource,
      others: [
        ...settings,
        build('kms.key', { manager: present('CUSTOMER') }, { id: `${id}2`, name: '12' }),
      ],
      inputs: { approvedKeys: [`${id}2`] },
    },
  ],
});
