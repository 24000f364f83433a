import rule from '../../../suites/exposure/endpoint-is-invoked-by-declared.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected } from '../../../src/model/observed.ts';
import { accountId, build, region } from '../../support/build.ts';
import { serviceLinked } from '../../support/policy.ts';
import { noOrganization } from '../../support/organization.ts';
import { listDenied, roleWith } from '../../support/principal.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const id = `arn:aws:sagemaker:${region}:${accountId}:endpoint/fraud`;
const resource = build('sagemaker.endpoint', {}, { id, name: 'fraud' });
const invoke = (changes: JsonObject = {}): JsonObject => ({
  Sid: 'Invoke',
  Effect: 'Allow',
  Action: 'sagemaker:InvokeEndpoint*',
  Resource: id,
  ...changes,
});
const invoker = { inputs: { personas: { invoker: ['role/App'] } } };

ruleCases(rule, {
  pass: [
    { name: 'nobody can', resource },
    {
      name: 'a declared invoker can',
      resource,
      others: [noOrganization, roleWith('App', invoke())],
      ...invoker,
    },
    {
      name: 'others can invoke other endpoints, or see it alone',
      resource,
      others: [
        noOrganization,
        roleWith('Other', invoke({ Resource: `${id}-2` })),
        roleWith('Viewer', invoke({ Action: 'sagemaker:Describe*', Resource: '*' })),
      ],
      ...invoker,
    },
    {
      name: 'a Deny stops who could',
      resource,
      others: [
        noOrganization,
        roleWith('Scientist', invoke(), invoke({ Effect: 'Deny', Resource: '*' })),
      ],
      ...invoker,
    },
    {
      name: 'declared administrators can',
      resource,
      others: [
        noOrganization,
        roleWith('Admin', invoke({ Action: '*', Resource: '*' })),
        roleWith('Break', invoke()),
      ],
      inputs: {
        personas: { administrator: ['role/Admin'], breakGlass: ['role/Break'], invoker: [] },
      },
      note: 'declared administrators can as well: role/Admin, role/Break',
    },
    {
      name: 'a role that AWS keeps can',
      resource,
      others: [noOrganization, { ...roleWith('x', invoke()), ...serviceLinked }],
    },
  ],
  fail: [
    {
      name: 'a role that is not declared can, by each of the actions',
      resource,
      others: [noOrganization, roleWith('Scientist', invoke()), roleWith('App', invoke())],
      ...invoker,
      findings: ['invoker:role/Scientist'],
    },
    {
      name: 'one can by the asynchronous action, and one when a condition holds',
      resource,
      others: [
        noOrganization,
        roleWith('Batch', invoke({ Action: 'sagemaker:InvokeEndpointAsync', Resource: '*' })),
        roleWith('Remote', invoke({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } })),
      ],
      ...invoker,
      findings: ['invoker:role/Remote', 'invoker:role/Batch'],
    },
    {
      name: 'an administrator is not declared',
      resource,
      others: [noOrganization, roleWith('Admin', invoke({ Action: '*', Resource: '*' }))],
      ...invoker,
      findings: ['invoker:role/Admin'],
    },
    {
      name: 'somebody can for certain, though not all roles were listed',
      resource,
      others: [noOrganization, roleWith('Scientist', invoke())],
      universes: listDenied('iam.role'),
      ...invoker,
      findings: ['invoker:role/Scientist'],
    },
  ],
  unknown: [
    {
      name: 'no invoker is declared',
      resource,
      others: [noOrganization, roleWith('App', invoke())],
      missing: [`inputs.personas.invoker, to judge arn:aws:iam::${accountId}:role/App`],
    },
    {
      name: 'not all roles were listed',
      resource,
      universes: listDenied('iam.role'),
      ...invoker,
      missing: [`all iam.role in ${region}`],
    },
    {
      name: 'the policies of the organisation were not read',
      resource,
      others: [roleWith('Scientist', invoke())],
      ...invoker,
      missing: ['whether role/Scientist can call sagemaker:InvokeEndpoint'],
    },
    {
      name: 'the policies of a role were not read',
      resource,
      others: [
        noOrganization,
        { ...roleWith('Scientist'), inlinePolicies: notCollected('denied') },
      ],
      ...invoker,
      missing: ['whether role/Scientist can call sagemaker:InvokeEndpoint'],
    },
    {
      name: 'the policy of a role is not understood',
      resource,
      others: [
        noOrganization,
        roleWith('Scientist', invoke({ Condition: { StringSame: { 'aws:SourceVpce': 'x' } } })),
      ],
      ...invoker,
      missing: ['whether role/Scientist can call sagemaker:InvokeEndpoint'],
    },
  ],
});
