import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import { all, allow, bucket, deny, doc, grant, nothing } from './build.ts';
import { otherRole, own, read, role } from './build.ts';
import { page, type Case } from './case.ts';

// A statement that is not understood may match. What follows from that, and what does not.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const unknown = 'unknown';

/** An operator that no document of AWS describes. */
const strange = { Condition: { StringResembles: { 'aws:RequestTag/team': 'fraud' } } };
const mayAllow = doc(allow('s3:GetObject', '*', strange));
const mayDeny = doc(deny('s3:GetObject', '*', strange));
const mayAllowAll = doc(allow('*', '*', { Principal: '*', ...strange }));

type Row = readonly [
  id: string,
  title: string,
  policies: CasePolicies,
  expect: Outcome,
  principal?: CaseRequest['principal'],
  request?: Partial<CaseRequest>,
];

function denyOf(extra: JsonObject): CasePolicies {
  return { identity: [all], resource: doc({ ...deny('s3:*'), ...strange, ...extra }) };
}

const rows: readonly Row[] = [
  ['allow', 'An Allow that may match, and is needed', { identity: [mayAllow] }, unknown],
  ['allow-not-needed', 'Another Allow matches for sure', { identity: [mayAllow, all] }, yes],
  ['deny', 'A Deny that may match, of what is allowed', { identity: [all, mayDeny] }, unknown],
  ['deny-of-nothing', 'A Deny that may match, of what is not allowed', { identity: [mayDeny] }, no],
  ['both', 'Allow and Deny may match', { identity: [mayAllow, mayDeny] }, unknown],
  [
    'sure-deny',
    'A Deny that matches for sure settles it',
    { identity: [mayAllow, doc(deny())] },
    denied,
  ],
  [
    'two-denies',
    'One Deny may match, another does for sure',
    { identity: [all, mayDeny, doc(deny())] },
    denied,
  ],
  ['boundary', 'The boundary may allow', { identity: [all], boundary: [mayAllow] }, unknown],
  [
    'boundary-of-nothing',
    'The boundary may allow what nothing grants',
    { identity: [nothing], boundary: [mayAllow] },
    no,
  ],
  ['session', 'The session policy may allow', { identity: [all], session: [mayAllow] }, unknown],
  ['endpoint', 'The endpoint may allow', { identity: [all], endpoint: [mayAllowAll] }, unknown],
  ['scp', 'A level may allow', { identity: [all], scp: [[all], [mayAllow]] }, unknown],
  [
    'scp-silent',
    'A level may allow, another does not',
    { identity: [all], scp: [[mayAllow], [nothing]] },
    no,
  ],
  ['rcp-deny', 'A Deny of a level may match', { identity: [all], rcp: [[mayAllowAll]] }, unknown],
  [
    'grant',
    'The resource policy may grant',
    { identity: [nothing], resource: doc(grant('*', strange)) },
    unknown,
  ],
  [
    'grant-not-needed',
    'The resource policy may grant, the identity policy allows',
    { identity: [all], resource: doc(grant('*', strange)) },
    yes,
  ],
  [
    'grant-to-account',
    'A grant to the account that may match leaves the rest to silent identity policies',
    { identity: [nothing], resource: doc(grant({ AWS: own }, strange)) },
    no,
  ],
  [
    'grant-to-role-bounded',
    'A grant to the role that may match is cut by a silent boundary',
    { boundary: [nothing], resource: doc(grant({ AWS: role }, strange)) },
    no,
  ],
  [
    'foreign-grant',
    'A grant to another account may match',
    { identity: [all], resource: doc(grant('*', strange)) },
    unknown,
    otherRole,
  ],
  [
    'foreign-identity',
    'Another account’s own policies may allow, the resource policy does not',
    { identity: [mayAllow], resource: doc(grant({ AWS: own })) },
    no,
    otherRole,
  ],
  [
    'not-applied',
    'A Deny of a layer that does not bind the caller is of no matter',
    { scp: [[all, mayDeny]], resource: doc(grant('*')) },
    yes,
    { service: 'sagemaker.amazonaws.com' },
  ],
  [
    'other-action',
    'What is not understood of a statement about another action is of no matter',
    { identity: [all, doc(deny('s3:PutObject', '*', strange))] },
    yes,
  ],
  [
    'other-resource',
    'Nor of one about another resource',
    { identity: [all, doc(deny('s3:GetObject', 'arn:aws:s3:::other/*', strange))] },
    yes,
  ],
  [
    'other-condition',
    'Nor of one that has a condition that surely fails',
    {
      identity: [
        doc(
          allow('*', '*', {
            Condition: { ...strange.Condition, Bool: { 'aws:ViaAWSService': 'true' } },
          }),
        ),
      ],
    },
    no,
  ],
  [
    'other-principal',
    'Nor of one about somebody else',
    denyOf({ Principal: { AWS: `${role}2` } }),
    yes,
  ],
  ['this-principal', 'But of one about the caller', denyOf({ Principal: { AWS: role } }), unknown],
  [
    'canonical-user',
    'Whose canonical user id it is, the policy does not tell',
    {
      identity: [all],
      resource: doc(deny('s3:*', `${bucket}/*`, { Principal: { CanonicalUser: '79a59df900b9' } })),
    },
    unknown,
  ],
  [
    'wildcard-in-allowed-principal',
    'An Allow with a wildcard in part of a principal reaches nobody',
    {
      identity: [all],
      resource: doc(grant({ AWS: `${otherRole.slice(0, -3)}*` })),
    },
    no,
    otherRole,
  ],
  [
    'no-principal',
    'A Deny of a resource policy without a principal may hit anybody',
    { identity: [all], resource: doc(deny('s3:*')) },
    unknown,
  ],
  [
    'unread-resource-policy',
    'A resource policy that cannot be read may grant anything',
    { identity: [nothing], resource: { ...all, Version: '2026-01-01' } },
    unknown,
  ],
  [
    'unread-for-foreigners',
    'Also to another account',
    { identity: [all], resource: { ...all, Version: '2026-01-01' } },
    unknown,
    otherRole,
  ],
  [
    'wildcard-in-principal',
    'AWS takes no wildcard in part of a principal; a Deny may hit all the same',
    {
      identity: [all],
      resource: doc(deny('s3:*', '*', { Principal: { AWS: `arn:aws:iam::${own}:role/*` } })),
    },
    unknown,
  ],
  [
    'colon-in-deny',
    'A star at the end of a part of an ARN may reach over the colon',
    { identity: [all, doc(deny('*', 'arn:aws:sqs:eu-*:jobs'))] },
    unknown,
    role,
    { action: 'sqs:SendMessage', resource: `arn:aws:sqs:eu-west-1:${own}:jobs` },
  ],
];

export const cases: readonly Case[] = rows.map(
  ([id, title, policies, expect, principal, request]) => ({
    id: `unsure-${id}`,
    title,
    line: id.endsWith('-principal') ? 'A4.7' : id === 'colon-in-deny' ? 'A4.3' : 'A1.3',
    cites: citesOf(id),
    request: { ...read, principal: principal ?? role, resourceAccount: own, ...request },
    policies,
    expect,
  }),
);

function citesOf(id: string): string {
  if (id === 'colon-in-deny') return page.resource;
  return id.includes('principal') || id.includes('user') ? page.principal : page.denyAllow;
}
