import rule from '../../../suites/exposure/presigned-urls-are-fenced.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { noOrganization } from '../../support/organization.ts';
import { serviceLinked } from '../../support/policy.ts';
import { listDenied, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const resource = build('iam.account');
const allow = (Condition?: JsonObject, changes: JsonObject = {}): JsonObject => ({
  Sid: 'Open',
  Effect: 'Allow',
  Action: 'sagemaker:CreatePresignedDomainUrl',
  Resource: '*',
  ...(Condition && { Condition }),
  ...changes,
});
const others = (...statements: readonly JsonObject[]) => [
  noOrganization,
  roleWith('Scientist', ...statements),
];
const corp = { 'aws:SourceIp': '203.0.113.0/24' };

ruleCases(rule, {
  pass: [
    { name: 'nobody can', resource, others: [noOrganization] },
    {
      name: 'it comes through one endpoint',
      resource,
      others: others(allow({ StringEquals: { 'aws:SourceVpce': 'vpce-1' } })),
    },
    {
      name: 'it comes from the addresses of the company',
      resource,
      others: others(allow({ IpAddress: corp })),
    },
    {
      name: 'it comes from an address in a VPC',
      resource,
      others: others(allow({ IpAddress: { 'aws:VpcSourceIp': '10.0.0.0/8' } })),
    },
    {
      name: 'a Deny stops what comes from elsewhere, but what services do for the caller',
      resource,
      others: others(
        allow(undefined, { Action: 'sagemaker:*' }),
        allow(
          { NotIpAddressIfExists: corp, BoolIfExists: { 'aws:ViaAWSService': 'false' } },
          { Effect: 'Deny', Action: 'sagemaker:CreatePresigned*' },
        ),
      ),
    },
    {
      name: 'a Deny stops what lacks the endpoint',
      resource,
      others: others(
        allow(),
        allow({ StringNotEquals: { 'aws:SourceVpce': ['vpce-1'] } }, { Effect: 'Deny' }),
      ),
    },
    {
      name: 'a declared administrator can',
      resource,
      others: others(allow(undefined, { Action: '*' })),
      inputs: { personas: { breakGlass: ['role/Scientist'] } },
      note: 'declared administrators can as well: role/Scientist',
    },
    {
      name: 'a role that AWS keeps can',
      resource,
      others: [noOrganization, { ...roleWith('x', allow()), ...serviceLinked }],
    },
  ],
  fail: [
    {
      name: 'there is no condition',
      resource,
      others: others(allow()),
      findings: ['user-profile:role/Scientist'],
    },
    {
      name: 'all of SageMaker is allowed',
      resource,
      others: others(allow(undefined, { Action: 'sagemaker:*' })),
      findings: [
        'user-profile:role/Scientist',
        'notebook-instance:role/Scientist',
        'mlflow-tracking-server:role/Scientist',
      ],
    },
    {
      name: 'any address will do',
      resource,
      others: others(allow({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } })),
      findings: ['user-profile:role/Scientist'],
    },
    {
      name: 'the condition holds for requests without an endpoint',
      resource,
      others: others(allow({ StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } })),
      findings: ['user-profile:role/Scientist'],
    },
    {
      name: 'the condition is on something else',
      resource,
      others: others(allow({ StringEquals: { 'aws:ResourceTag/team': 'fraud' } })),
      findings: ['user-profile:role/Scientist'],
    },
    {
      name: 'the Deny is for one of two Studio domains',
      resource,
      others: others(
        allow(),
        allow(
          { NotIpAddress: corp },
          { Effect: 'Deny', Resource: 'arn:aws:sagemaker:*:*:user-profile/d-1/*' },
        ),
      ),
      findings: ['user-profile:role/Scientist'],
    },
  ],
  unknown: [
    {
      name: 'the policies of a role were not read',
      resource,
      others: [
        noOrganization,
        { ...roleWith('Scientist'), inlinePolicies: notCollected('denied') },
      ],
      missing: [
        'whether role/Scientist can call sagemaker:CreatePresignedDomainUrl',
        'whether role/Scientist can call sagemaker:CreatePresignedNotebookInstanceUrl',
        'whether role/Scientist can call sagemaker:CreatePresignedMlflowTrackingServerUrl',
      ],
    },
    {
      name: 'not all users were listed',
      resource,
      others: [noOrganization],
      universes: listDenied('iam.user'),
      missing: ['all iam.user in eu-west-1'],
    },
    {
      name: 'a condition is not understood',
      resource,
      others: others(allow({ StringSame: { 'aws:SourceVpce': 'vpce-1' } })),
      missing: ['whether role/Scientist can call sagemaker:CreatePresignedDomainUrl'],
    },
  ],
});
