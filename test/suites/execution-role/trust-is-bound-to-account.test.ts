import rule from '../../../suites/execution-role/trust-is-bound-to-account.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { accountId, build } from '../../support/build.ts';
import { humanTrust, policyOf, sageMakerTrust, serviceLinked } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const trusting = (...statements: readonly JsonObject[]) =>
  build('iam.role', { trustPolicy: present(policyOf(...statements)) });
const bound = (Condition: JsonObject) => trusting(sageMakerTrust({ Condition }));
const arnOf = (account: string) => `arn:aws:sagemaker:*:${account}:*`;

ruleCases(rule, {
  pass: [
    {
      name: 'aws:SourceAccount is the account',
      resource: bound({ StringEquals: { 'AWS:SourceAccount': [accountId] } }),
    },
    {
      name: 'aws:SourceArn lies in the account',
      resource: bound({ ArnLike: { 'aws:SourceArn': arnOf(accountId) } }),
    },
    {
      name: 'Null demands the key that the set operator would do without',
      resource: bound({
        'ForAllValues:StringEquals': { 'aws:SourceAccount': accountId },
        Null: { 'AWS:SourceAccount': 'false' },
      }),
    },
    {
      name: 'Null demands the key that IfExists would do without',
      resource: bound({
        ArnLikeIfExists: { 'aws:SourceArn': arnOf(accountId) },
        Null: { 'aws:SourceArn': false },
      }),
    },
    {
      name: 'a second condition does not bind',
      resource: bound({
        StringEquals: { 'aws:SourceAccount': accountId },
        ArnLikeIfExists: { 'aws:SourceArn': '*' },
      }),
    },
    {
      name: 'the service stands in a list and the statement is bound',
      resource: trusting(
        sageMakerTrust({
          Principal: { Service: ['glue.amazonaws.com', 'sagemaker.amazonaws.com'] },
        }),
      ),
    },
    {
      name: 'only a statement for another service is not bound',
      resource: trusting(
        sageMakerTrust(),
        sageMakerTrust({ Principal: { Service: 'glue.amazonaws.com' }, Condition: {} }),
      ),
    },
  ],
  fail: [
    {
      name: 'there is no condition',
      resource: bound({}),
      findings: ['unbound:#0'],
    },
    {
      name: 'the service stands in a list without a condition',
      resource: trusting({
        Sid: 'Services',
        Effect: 'Allow',
        Principal: { Service: ['glue.amazonaws.com', 'sagemaker.amazonaws.com'] },
        Action: 'sts:AssumeRole',
      }),
      findings: ['unbound:Services'],
    },
    {
      name: 'one of two statements is not bound',
      resource: trusting(sageMakerTrust(), sageMakerTrust({ Condition: {} })),
      findings: ['unbound:#1'],
    },
    {
      name: 'the condition holds without the key',
      resource: bound({ StringEqualsIfExists: { 'aws:SourceAccount': accountId } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'the set operator holds without the key',
      resource: bound({ 'ForAllValues:StringEquals': { 'aws:SourceAccount': accountId } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'Null demands another key than the set operator asks for',
      resource: bound({
        'ForAllValues:StringEquals': { 'aws:SourceAccount': accountId },
        Null: { 'aws:SourceArn': 'false' },
      }),
      findings: ['unbound:#0'],
    },
    {
      name: 'Null demands that the key is missing',
      resource: bound({
        StringEqualsIfExists: { 'aws:SourceAccount': accountId },
        Null: { 'aws:SourceAccount': ['false', 'true'] },
      }),
      findings: ['unbound:#0'],
    },
    {
      name: 'the account is negated and Null demands the key',
      resource: bound({
        StringNotEqualsIfExists: { 'aws:SourceAccount': accountId },
        Null: { 'aws:SourceAccount': 'false' },
      }),
      findings: ['unbound:#0'],
    },
    {
      name: 'the account is negated',
      resource: bound({ StringNotEquals: { 'aws:SourceAccount': accountId } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'the account is a bare wildcard',
      resource: bound({ StringLike: { 'aws:SourceAccount': '*' } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'the ARN admits other accounts',
      resource: bound({ ArnLike: { 'aws:SourceArn': arnOf('*') } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'a wildcard before the account runs across colons',
      resource: bound({ StringLike: { 'aws:SourceArn': arnOf(accountId) } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'the account is another one',
      resource: bound({ StringEquals: { 'aws:SourceAccount': '999988887777' } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'another account is admitted too',
      resource: bound({ StringEquals: { 'aws:SourceAccount': [accountId, '999988887777'] } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'the condition is on something else',
      resource: bound({ StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }),
      findings: ['unbound:#0'],
    },
    {
      name: 'the condition is on an ARN of the account, but not the source’s',
      resource: bound({ ArnLike: { 'sts:RoleArn': arnOf(accountId) } }),
      findings: ['unbound:#0'],
    },
  ],
  unknown: [
    {
      name: 'the trust policy was not read',
      resource: build('iam.role', { trustPolicy: notCollected('denied') }),
      missing: ['trustPolicy'],
    },
    {
      name: 'the trust policy names an operator that nobody knows',
      resource: bound({
        StringEquals: { 'aws:SourceAccount': accountId },
        StringIs: { 'aws:SourceArn': '*' },
      }),
      missing: ['trust policy at /Statement/0/Condition/StringIs'],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: build('iam.role', { trustPolicy: humanTrust }),
    },
    {
      name: 'the role is service-linked, so that only AWS can change it',
      resource: { ...bound({}), ...serviceLinked },
    },
  ],
});
