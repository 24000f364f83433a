import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import { all, allow, deny, doc, federatedUser, grant, key } from './build.ts';
import { other, otherRole, own, read, role, session, user } from './build.ts';
import { page, type Case } from './case.ts';

// The organisation's policies that AWS gives as examples, and what they do to whom.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

const star = { Principal: '*' };
const everyone = doc(allow('*', '*', star));
const service = { service: 'sagemaker.amazonaws.com' };
const forService = doc(grant({ Service: service.service }));

type Row = readonly [
  id: string,
  title: string,
  policies: CasePolicies,
  expect: Outcome,
  request?: Partial<CaseRequest>,
];

const exceptAdmin = scpOf({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/Admin' } });
const admin = `arn:aws:iam::${own}:role/Admin`;
const noForgottenTag = scpOf({ Null: { 'aws:RequestTag/Project': 'true' } });
const noLeaving: JsonObject = doc(deny('organizations:LeaveOrganization'));

const scp: readonly Row[] = [
  ['exempted-role', 'Who a Deny exempts is spared', exceptAdmin, yes, { principal: admin }],
  [
    'exempted-session',
    'His sessions are, too',
    exceptAdmin,
    yes,
    { principal: `arn:aws:sts::${own}:assumed-role/Admin/s1` },
  ],
  ['not-exempted', 'Others are not', exceptAdmin, denied],
  ['tag-missing', 'A tag that must be given is not', noForgottenTag, denied],
  [
    'tag-given',
    'A tag that must be given is',
    noForgottenTag,
    yes,
    { context: { 'aws:RequestTag/Project': 'x' } },
  ],
  ['other-action', 'A Deny of another action is of no matter', { scp: [[all, noLeaving]] }, yes],
  [
    'deny-at-root',
    'A Deny at the root reaches every account',
    { scp: [[all, doc(deny('s3:*'))], [all], [all]] },
    denied,
  ],
  [
    'allow-below-is-no-remedy',
    'An Allow further down is no remedy for a level above that does not',
    { scp: [[doc(allow('ec2:*'))], [all], [all]] },
    no,
  ],
  [
    'federated-user',
    'Federated users are bound',
    { session: [all], scp: [[doc(allow('ec2:*'))]] },
    no,
    { principal: federatedUser },
  ],
  ['session', 'Sessions are bound', { scp: [[doc(allow('ec2:*'))]] }, no, { principal: session }],
  [
    'not-resource',
    'A Deny may be about everything but some resources',
    { scp: [[all, doc({ Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::models/*' })]] },
    yes,
  ],
  [
    'not-resource-hits',
    'And then hits all others',
    { scp: [[all, doc({ Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' })]] },
    denied,
  ],
  [
    'resource-policy-is-no-remedy',
    'A resource policy does not lift the limit from its own account’s users',
    { scp: [[doc(allow('ec2:*'))]], resource: doc(grant('*')) },
    no,
    { principal: user },
  ],
];

const onlyOurs = rcpOf({
  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours' },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
});
const onlyForOurs = rcpOf({
  StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-ours' },
  Null: { 'aws:SourceAccount': 'false' },
  Bool: { 'aws:PrincipalIsAWSService': 'true' },
});
const onlyTls = rcpOf({ BoolIfExists: { 'aws:SecureTransport': 'false' } });
const fromOutside = { resource: doc(grant('*')) };

const rcp: readonly Row[] = [
  ['ours', 'A member may', onlyOurs, yes, { context: { 'aws:PrincipalOrgID': 'o-ours' } }],
  ['no-organisation', 'A role in no organisation may not', onlyOurs, denied],
  [
    'stranger',
    'Nor may a stranger, whatever the bucket policy says',
    { ...onlyOurs, ...fromOutside },
    denied,
    { principal: 'anonymous' },
  ],
  ['service', 'A service may', { ...onlyOurs, resource: forService }, yes, { principal: service }],
  [
    'foreigner',
    'A role of another organisation may not',
    { ...onlyOurs, resource: doc(grant({ AWS: other })) },
    denied,
    { principal: otherRole, context: { 'aws:PrincipalOrgID': 'o-theirs' } },
  ],
  [
    'deputy',
    'A service on behalf of another organisation may not',
    { ...onlyForOurs, resource: forService },
    denied,
    { principal: service, context: sourceOf('o-theirs') },
  ],
  [
    'own-deputy',
    'A service on our behalf may',
    { ...onlyForOurs, resource: forService },
    yes,
    { principal: service, context: sourceOf('o-ours') },
  ],
  [
    'deputy-of-nobody',
    'A service on behalf of nobody may',
    { ...onlyForOurs, resource: forService },
    yes,
    { principal: service },
  ],
  [
    'deputy-rule-and-role',
    'What is said of services does not touch a role',
    onlyForOurs,
    yes,
    { context: { 'aws:SourceAccount': other } },
  ],
  ['tls', 'A request in the clear may not', onlyTls, denied, secure('false')],
  ['tls-on', 'An encrypted one may', onlyTls, yes, secure('true')],
  [
    'dynamodb',
    'Tables are protected',
    onlyTls,
    denied,
    {
      ...secure('false'),
      action: 'dynamodb:GetItem',
      resource: `arn:aws:dynamodb:eu-west-1:${own}:table/features`,
    },
  ],
  [
    'secrets',
    'Secrets are protected',
    onlyTls,
    denied,
    {
      ...secure('false'),
      action: 'secretsmanager:GetSecretValue',
      resource: `arn:aws:secretsmanager:eu-west-1:${own}:secret:hub-AbCdEf`,
    },
  ],
  [
    'images',
    'Repositories are protected',
    onlyTls,
    denied,
    {
      ...secure('false'),
      action: 'ecr:BatchGetImage',
      resource: `arn:aws:ecr:eu-west-1:${own}:repository/train`,
    },
  ],
  [
    'endpoints-of-models',
    'Model endpoints are not: the service does not take part',
    onlyTls,
    yes,
    {
      ...secure('false'),
      action: 'sagemaker:InvokeEndpoint',
      resource: `arn:aws:sagemaker:eu-west-1:${own}:endpoint/e`,
    },
  ],
  [
    'machines',
    'Nor are machines',
    onlyTls,
    yes,
    {
      ...secure('false'),
      action: 'ec2:TerminateInstances',
      resource: `arn:aws:ec2:eu-west-1:${own}:instance/i-1`,
    },
  ],
  [
    'keys',
    'Keys are protected',
    { ...onlyTls, resource: doc(allow('kms:*', '*', { Principal: { AWS: own } })) },
    denied,
    { ...secure('false'), action: 'kms:Decrypt', resource: key },
  ],
];

function scpOf(condition: JsonObject): CasePolicies {
  return { scp: [[all, doc(deny('s3:*', '*', { Condition: condition }))], [all]] };
}

function rcpOf(condition: JsonObject): CasePolicies {
  return {
    rcp: [[everyone], [everyone, doc(deny('*', '*', { ...star, Condition: condition }))]],
  };
}

function sourceOf(organisation: string): NonNullable<CaseRequest['context']> {
  return { 'aws:SourceOrgID': organisation, 'aws:SourceAccount': other };
}

function secure(transport: string): Partial<CaseRequest> {
  return { context: { 'aws:SecureTransport': transport } };
}

export const cases: readonly Case[] = [
  ...scp.map((row) => caseOf(row, 'scp', 'A9.1', page.scpSyntax)),
  ...rcp.map((row) => caseOf(row, 'rcp', 'A9.2', page.rcpExamples)),
];

function caseOf(row: Row, layer: 'scp' | 'rcp', line: string, cites: string): Case {
  const [id, title, policies, expect, request] = row;
  return {
    id: `perimeter-${layer}-${id}`,
    title,
    line,
    cites,
    request: { ...read, principal: role, resourceAccount: own, ...request },
    policies: { identity: [all], ...policies },
    expect,
  };
}
