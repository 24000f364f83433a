import rule from '../../../suites/encryption/role-decrypts-with-named-keys.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import type { Fields } from '../../../src/model/resource.ts';
import { accountId, build, region } from '../../support/build.ts';
import { keyArn } from '../../support/key.ts';
import {
  executionTrust,
  humanTrust,
  namedPolicy,
  policyOf,
  serviceLinked,
} from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const arn = `arn:aws:iam::${accountId}:role/training`;
const role = (fields: Partial<Fields<'iam.role'>> = {}) =>
  build(
    'iam.role',
    { trustPolicy: executionTrust, uniqueId: present('AROAEXAMPLETRAINING00'), ...fields },
    { id: arn, name: 'training', region: 'global' },
  );
const allow = (changes: JsonObject = {}): JsonObject => ({
  Sid: 'Keys',
  Effect: 'Allow',
  Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  Resource: '*',
  ...changes,
});
const withInline = (...statements: readonly JsonObject[]) =>
  role({ inlinePolicies: present([namedPolicy('work', ...statements)]) });
const allKeys = `arn:aws:kms:${region}:${accountId}:key/*`;
const found = 'every-key:inline policy work:Keys';
const boundaryArn = `arn:aws:iam::${accountId}:policy/boundary`;
const boundary = build(
  'iam.policy',
  {
    document: present(
      policyOf({ Effect: 'Allow', Action: ['s3:*', 'kms:Decrypt'], Resource: keyArn() }),
    ),
  },
  { id: boundaryArn, name: 'boundary', region: 'global' },
);

ruleCases(rule, {
  pass: [
    { name: 'the role has no policy', resource: role() },
    { name: 'the key is named', resource: withInline(allow({ Resource: keyArn() })) },
    {
      name: 'only other actions are allowed',
      resource: withInline(allow({ Action: 'kms:List*' })),
    },
    {
      name: 'only aliases are meant',
      resource: withInline(allow({ Resource: 'arn:aws:kms:*:*:alias/*' })),
    },
    {
      name: 'keys are bound by a tag',
      resource: withInline(
        allow({ Condition: { StringEquals: { 'aws:ResourceTag/team': 'fraud' } } }),
      ),
    },
    {
      name: 'keys are bound by their aliases',
      resource: withInline(
        allow({ Condition: { 'ForAnyValue:StringLike': { 'kms:ResourceAliases': 'alias/ml-*' } } }),
      ),
    },
    {
      name: 'a variable names the key',
      resource: withInline(
        allow({ Resource: `arn:aws:kms:${region}:${accountId}:key/\${aws:PrincipalTag/key}` }),
      ),
    },
    {
      name: 'the boundary leaves one key',
      resource: {
        ...withInline(allow({ Action: 'kms:*' })),
        permissionsBoundary: present(boundaryArn),
      },
      others: [boundary],
      note: `only another policy holds back ${found}; name the keys there too`,
    },
  ],
  fail: [
    { name: 'every key is allowed', resource: withInline(allow()), findings: [found] },
    {
      name: 'every key of one Region is allowed',
      resource: withInline(allow({ Resource: allKeys })),
      findings: [found],
    },
    {
      name: 'every key of a Region that was not captured is allowed',
      resource: withInline(allow({ Resource: allKeys.replace(region, 'us-west-2') })),
      findings: [found],
    },
    {
      name: 'every key of another account is allowed',
      resource: withInline(allow({ Resource: allKeys.replace(accountId, '999988887777') })),
      findings: [found],
    },
    {
      name: 'a variable stands for the Region',
      resource: withInline(
        allow({ Resource: `arn:aws:kms:\${aws:RequestedRegion}:${accountId}:key/*` }),
      ),
      findings: [found],
    },
    {
      name: 'every key but one is allowed',
      resource: withInline({
        ...{ Sid: 'Keys', Effect: 'Allow', Action: 'kms:ReEncrypt*' },
        NotResource: keyArn(),
      }),
      findings: [found],
    },
    {
      name: 'the condition is about the service, not about the key',
      resource: withInline(
        allow({ Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }),
      ),
      findings: [found],
    },
    {
      name: 'the condition on aliases holds for a key without one',
      resource: withInline(
        allow({
          Condition: { 'ForAllValues:StringLike': { 'kms:ResourceAliases': 'alias/ml-*' } },
        }),
      ),
      findings: [found],
    },
    {
      name: 'any tag will do',
      resource: withInline(allow({ Condition: { StringLike: { 'aws:ResourceTag/team': '*' } } })),
      findings: [found],
    },
    {
      name: 'an attached policy allows everything',
      resource: role({
        attachedPolicies: present([
          { name: 'AdministratorAccess', arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        ]),
      }),
      others: [
        build(
          'iam.policy',
          { document: present(policyOf({ Effect: 'Allow', Action: '*', Resource: '*' })) },
          { id: 'arn:aws:iam::aws:policy/AdministratorAccess', name: 'AdministratorAccess' },
        ),
      ],
      findings: ['every-key:arn:aws:iam::aws:policy/AdministratorAccess:#0'],
    },
    {
      name: 'the role is a declared data scientist',
      resource: { ...withInline(allow()), trustPolicy: humanTrust },
      inputs: { personas: { dataScientist: ['role/training'] } },
      findings: [found],
    },
  ],
  unknown: [
    {
      name: 'an attached policy is not in the snapshot',
      resource: role({
        attachedPolicies: present([{ name: 'p', arn: 'arn:aws:iam::aws:policy/P' }]),
      }),
      missing: ['document of arn:aws:iam::aws:policy/P'],
    },
    {
      name: 'a statement has an odd effect',
      resource: withInline(allow({ Effect: 'allow' })),
      missing: ['inline policy work at /Statement/0/Effect'],
    },
    {
      name: 'inline policies could not be read',
      resource: role({ inlinePolicies: notCollected('denied') }),
      missing: ['inlinePolicies'],
    },
  ],
  notApplicable: [
    {
      name: 'a person takes the role',
      resource: { ...withInline(allow()), trustPolicy: humanTrust },
    },
    {
      name: 'the role is a declared administrator',
      resource: { ...withInline(allow()), trustPolicy: humanTrust },
      inputs: { personas: { administrator: ['role/*'] } },
    },
    { name: 'AWS keeps the role', resource: { ...role(), ...serviceLinked } },
  ],
});
