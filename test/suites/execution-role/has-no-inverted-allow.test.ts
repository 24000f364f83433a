import rule from '../../../suites/execution-role/has-no-inverted-allow.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { executionTrust, humanTrust, namedPolicy, policyOf } from '../../support/policy.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const arn = 'arn:aws:iam::111122223333:policy/Training';
const plain: JsonObject = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const notAction: JsonObject = { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' };
const notResource: JsonObject = {
  Sid: 'AllBut',
  Effect: 'Allow',
  Action: 's3:*',
  NotResource: 'arn:aws:s3:::secret/*',
};
const denyNotAction: JsonObject = { Effect: 'Deny', NotAction: 's3:*', Resource: '*' };
const inline = (...statements: readonly JsonObject[]) =>
  build('iam.role', {
    trustPolicy: executionTrust,
    inlinePolicies: present([namedPolicy('work', ...statements)]),
  });
const attached = build('iam.role', {
  trustPolicy: executionTrust,
  attachedPolicies: present([{ name: 'Training', arn }]),
});
const managed = (statement: JsonObject) =>
  build('iam.policy', { document: present(policyOf(statement)) }, { id: arn, name: 'Training' });

ruleCases(rule, {
  pass: [
    { name: 'an inline policy names what it grants', resource: inline(plain) },
    { name: 'NotAction stands in a Deny', resource: inline(plain, denyNotAction) },
    { name: 'a managed policy names what it grants', resource: attached, others: [managed(plain)] },
  ],
  fail: [
    {
      name: 'an inline policy allows by NotAction',
      resource: inline(plain, notAction),
      findings: ['NotAction:inline policy work:#1'],
    },
    {
      name: 'an inline policy allows by NotResource',
      resource: inline(notResource),
      findings: ['NotResource:inline policy work:AllBut'],
    },
    {
      name: 'a managed policy allows by NotAction',
      resource: attached,
      others: [managed(notAction)],
      findings: [`NotAction:${arn}:#0`],
    },
    {
      name: 'one policy allows by NotAction and another is not known',
      resource: {
        ...inline(notAction),
        attachedPolicies: present([{ name: 'Training', arn }]),
      },
      findings: ['NotAction:inline policy work:#0'],
    },
  ],
  unknown: [
    {
      name: 'the document of a managed policy is not in the snapshot',
      resource: attached,
      missing: [`document of ${arn}`],
    },
    {
      name: 'the document of a managed policy could not be read',
      resource: attached,
      others: [
        build('iam.policy', { document: notCollected('denied') }, { id: arn, name: 'Training' }),
      ],
      missing: [`document of ${arn}`],
    },
    {
      name: 'a statement is odd',
      resource: inline({ ...plain, Actions: 'iam:*' }),
      missing: ['inline policy work at /Statement/0/Actions'],
    },
  ],
  notApplicable: [
    {
      name: 'SageMaker may not assume the role',
      resource: { ...inline(notAction), trustPolicy: humanTrust },
    },
  ],
});
