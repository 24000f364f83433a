import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies } from '../../../src/decide/case.ts';
import { all, allow, type CaseRow, casesOf, deny, doc, grant, having, other } from './build.ts';
import { otherRole, otherRoot, own } from './build.ts';
import { page, type Case } from './case.ts';

// Two accounts: organisations, boundaries and endpoints of either side.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const star = { Principal: '*' };
const shut = doc(deny('s3:*', '*', star));
const everyone = doc(allow('*', '*', star));

/** Both sides allow, but for these policies. */
function but(more: CasePolicies): CasePolicies {
  return { identity: [all], resource: doc(grant({ AWS: other })), ...more };
}

function denyUnder(condition: JsonObject): JsonObject {
  return doc(deny('s3:*', '*', { ...star, Condition: condition }));
}

const strangers = denyUnder({
  StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-ours' },
  BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
});
const abroad = doc(
  deny('*', '*', { Condition: { StringNotEquals: { 'aws:ResourceAccount': other } } }),
);
const onlyEc2 = doc(allow('ec2:*'));
const ours = having({ 'aws:PrincipalOrgID': 'o-ours' });
const theirs = having({ 'aws:PrincipalOrgID': 'o-theirs' });

const guardrails: readonly CaseRow[] = [
  [
    'scp-deny',
    'The caller’s organisation denies',
    otherRole,
    but({ scp: [[all, doc(deny('s3:*'))]] }),
    denied,
  ],
  [
    'scp-silent-level',
    'One level of it does not allow',
    otherRole,
    but({ scp: [[all], [onlyEc2], [all]] }),
    no,
  ],
  ['scp-abroad', 'It denies resources of others', otherRole, but({ scp: [[all, abroad]] }), denied],
  ['scp-root', 'It binds the account’s root user', otherRoot, but({ scp: [[all], [onlyEc2]] }), no],
  [
    'rcp-deny',
    'The resource’s organisation denies',
    otherRole,
    but({ rcp: [[everyone, shut]] }),
    denied,
  ],
  [
    'rcp-silent-level',
    'One level of it does not allow',
    otherRole,
    but({ rcp: [[everyone], []] }),
    no,
  ],
  [
    'rcp-strangers',
    'It denies all but its own',
    otherRole,
    but({ rcp: [[everyone, strangers]] }),
    denied,
    theirs,
  ],
  [
    'rcp-strangers-ours',
    'Of whom the caller is one',
    otherRole,
    but({ rcp: [[everyone, strangers]] }),
    yes,
    ours,
  ],
  [
    'rcp-strangers-none',
    'A caller in no organisation is none of them',
    otherRole,
    but({ rcp: [[everyone, strangers]] }),
    denied,
  ],
  [
    'rcp-root',
    'It binds the other account’s root user',
    otherRoot,
    but({ rcp: [[everyone, shut]] }),
    denied,
  ],
  [
    'both',
    'Organisations of both sides allow',
    otherRole,
    but({ scp: [[all]], rcp: [[everyone]] }),
    yes,
  ],
  [
    'endpoint',
    'The endpoint it goes through must allow it',
    otherRole,
    but({ endpoint: [doc(allow('s3:*', '*', { Principal: { AWS: own } }))] }),
    no,
  ],
  [
    'endpoint-named',
    'And does',
    otherRole,
    but({ endpoint: [doc(allow('s3:*', '*', { Principal: { AWS: other } }))] }),
    yes,
  ],
  [
    'boundary-deny',
    'A boundary that denies',
    otherRole,
    but({ boundary: [all, doc(deny('s3:GetObject'))] }),
    denied,
  ],
  [
    'session-deny',
    'A session policy that denies',
    `arn:aws:sts::${other}:assumed-role/Partner/s1`,
    but({ session: [all, doc(deny('s3:GetObject'))] }),
    denied,
  ],
];

export const cases: readonly Case[] = guardrails.map(
  casesOf('cross-guardrail', 'A3', page.crossAccount),
);
