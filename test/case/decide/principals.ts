import type { JsonObject, JsonValue } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import {
  all,
  allow,
  deny,
  doc,
  grant,
  nothing,
  other,
  otherRole,
  own,
  read,
  role,
  root,
  session,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// Whom a Principal or NotPrincipal element names.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';

type Row = readonly [
  id: string,
  principal: JsonValue,
  caller: CaseRequest['principal'],
  expect: Outcome,
];

/** A resource policy that grants; the caller has no policies of his own. */
const granted: readonly Row[] = [
  ['user', { AWS: user }, user, yes],
  ['user-other-case', { AWS: user.replace('maria', 'Maria') }, user, no],
  ['user-other-account', { AWS: user.replace(own, other) }, user, no],
  [
    'user-with-path',
    { AWS: `arn:aws:iam::${own}:user/ml/maria` },
    `arn:aws:iam::${own}:user/ml/maria`,
    yes,
  ],
  ['user-path-differs', { AWS: `arn:aws:iam::${own}:user/ml/maria` }, user, no],
  ['role', { AWS: role }, role, yes],
  ['role-session', { AWS: role }, session, yes],
  ['role-path-lost-in-session', { AWS: `arn:aws:iam::${own}:role/ml/Train` }, session, yes],
  ['role-with-another-path', { AWS: role }, `arn:aws:iam::${own}:role/ml/Train`, no],
  ['other-role', { AWS: `${role}er` }, session, no],
  ['role-other-case', { AWS: role.replace('Train', 'train') }, session, no],
  ['session', { AWS: session }, session, yes],
  ['other-session', { AWS: `${session}0` }, session, no],
  ['some-session-of-role', { AWS: session }, role, 'unknown'],
  ['wildcard-in-part', { AWS: `arn:aws:iam::${own}:role/*` }, role, no],
  ['wildcard-in-name', { AWS: `arn:aws:iam::${own}:user/mar*` }, user, no],
  ['deleted-role-id', { AWS: 'AROAEXAMPLEID12345678' }, role, no],
  ['deleted-user-id', { AWS: 'AIDAEXAMPLEID12345678' }, user, no],
  ['service', { Service: 'sagemaker.amazonaws.com' }, { service: 'sagemaker.amazonaws.com' }, yes],
  ['other-service', { Service: 'glue.amazonaws.com' }, { service: 'sagemaker.amazonaws.com' }, no],
  [
    'service-list',
    { Service: ['glue.amazonaws.com', 'sagemaker.amazonaws.com'] },
    { service: 'sagemaker.amazonaws.com' },
    yes,
  ],
  ['service-by-star', '*', { service: 'sagemaker.amazonaws.com' }, yes],
  ['service-not-by-account', { AWS: own }, { service: 'sagemaker.amazonaws.com' }, no],
  ['user-not-by-service', { Service: 'sagemaker.amazonaws.com' }, user, no],
  [
    'two-kinds',
    { AWS: user, Service: 'sagemaker.amazonaws.com' },
    { service: 'sagemaker.amazonaws.com' },
    yes,
  ],
  ['everyone-user', '*', user, yes],
  ['everyone-in-list', { AWS: [user.replace('maria', 'x'), '*'] }, user, yes],
  ['root-by-arn', { AWS: root }, root, yes],
];

type DenyRow = readonly [
  id: string,
  principal: JsonObject,
  caller: CaseRequest['principal'],
  expect: Outcome,
];

/** A resource policy that denies; the caller may do everything. */
const refused: readonly DenyRow[] = [
  ['user', { Principal: { AWS: user } }, user, denied],
  ['other-user', { Principal: { AWS: `${user}2` } }, user, yes],
  ['role-hits-session', { Principal: { AWS: role } }, session, denied],
  ['account', { Principal: { AWS: own } }, user, denied],
  ['account-hits-root', { Principal: { AWS: own } }, root, denied],
  ['everyone', { Principal: '*' }, user, denied],
  ['everyone-hits-session', { Principal: { AWS: '*' } }, session, denied],
  ['everyone-hits-service', { Principal: { AWS: '*' } }, { service: 'glue.amazonaws.com' }, denied],
  ['everyone-hits-stranger', { Principal: '*' }, 'anonymous', denied],
  ['account-hits-session', { Principal: { AWS: root } }, session, denied],
  ['role-with-path', { Principal: { AWS: `arn:aws:iam::${own}:role/ml/Train` } }, session, denied],
  ['this-session', { Principal: { AWS: session } }, session, denied],
  ['another-session', { Principal: { AWS: `${session}0` } }, session, yes],
  ['some-session', { Principal: { AWS: session } }, role, 'unknown'],
  ['deleted-role-id', { Principal: { AWS: 'AROAEXAMPLEID12345678' } }, session, yes],
  ['other-case', { Principal: { AWS: user.replace('maria', 'Maria') } }, user, yes],
  ['service-not-user', { Principal: { Service: 'glue.amazonaws.com' } }, user, yes],
  ['other-account', { Principal: { AWS: other } }, user, yes],
  ['not-listed', { NotPrincipal: { AWS: [`${user}2`, other] } }, user, denied],
  ['not-user-and-account', { NotPrincipal: { AWS: [user, root] } }, user, yes],
  ['not-user-alone', { NotPrincipal: { AWS: user } }, user, 'unknown'],
  ['not-session-role-account', { NotPrincipal: { AWS: [session, role, root] } }, session, yes],
  ['not-role-account', { NotPrincipal: { AWS: [role, root] } }, session, 'unknown'],
  ['not-role-alone', { NotPrincipal: { AWS: role } }, session, 'unknown'],
  ['not-root', { NotPrincipal: { AWS: root } }, root, yes],
];

function onBucket(
  id: string,
  caller: CaseRequest['principal'],
  policies: CasePolicies,
  expect: Outcome,
): Case {
  const not = id.includes('-not-');
  return {
    id,
    title: `${id.replaceAll('-', ' ')}: ${JSON.stringify(policies.resource).slice(0, 160)}`,
    line: not ? 'A4.8' : 'A4.7',
    cites: not ? page.notPrincipal : page.principal,
    request: { ...read, principal: caller, resourceAccount: own },
    policies,
    expect,
  };
}

export const cases: readonly Case[] = [
  ...granted.map(([id, principal, caller, expect]) =>
    onBucket(`grant-${id}`, caller, { resource: doc(grant(principal)) }, expect),
  ),
  ...refused.map(([id, principal, caller, expect]) =>
    onBucket(
      `refuse-${id}`,
      caller,
      { identity: [all], resource: doc(deny('s3:*', '*', principal)) },
      expect,
    ),
  ),
  {
    id: 'allow-not-principal',
    title: 'Allow with NotPrincipal lets in everyone who is not listed, strangers too',
    line: 'A4.8',
    cites: page.notPrincipal,
    request: { ...read, principal: 'anonymous', resourceAccount: own },
    policies: { resource: doc(allow('s3:*', '*', { NotPrincipal: { AWS: user } })) },
    expect: yes,
  },
  {
    id: 'allow-not-principal-listed',
    title: 'Allow with NotPrincipal gives nothing to who is listed',
    line: 'A4.8',
    cites: page.notPrincipal,
    request: { ...read, principal: user, resourceAccount: own },
    policies: { resource: doc(allow('s3:*', '*', { NotPrincipal: { AWS: user } })) },
    expect: no,
  },
  {
    id: 'boundary-and-not-principal',
    title: 'Deny with NotPrincipal always hits who has a permissions boundary',
    line: 'A2.7',
    cites: page.boundaries,
    request: { ...read, principal: user, resourceAccount: own },
    policies: {
      identity: [all],
      boundary: [all],
      resource: doc(deny('s3:*', '*', { NotPrincipal: { AWS: [user, root] } })),
    },
    expect: denied,
  },
  {
    id: 'resource-policy-without-principal',
    title: 'A resource policy’s Allow without a principal lets nobody in',
    line: 'A4.7',
    cites: page.principal,
    request: { ...read, principal: user, resourceAccount: own },
    policies: { resource: doc(allow('s3:*', '*')) },
    expect: no,
  },
  {
    id: 'identity-policy-with-principal',
    title: 'An identity policy with a principal is none that AWS takes',
    line: 'A4.7',
    cites: page.principal,
    request: read,
    policies: { identity: [doc(allow('s3:*', '*', { Principal: '*' }))] },
    expect: 'unknown',
  },
  {
    id: 'federated-user-without-session-policy',
    title: 'A federated user without a session policy has nothing',
    line: 'A2',
    cites: page.logic,
    request: { ...read, principal: `arn:aws:sts::${own}:federated-user/bob`, resourceAccount: own },
    policies: { identity: [all] },
    expect: no,
  },
  {
    id: 'federated-user-with-session-policy',
    title: 'A federated user has what user and session policy allow',
    line: 'A2',
    cites: page.logic,
    request: { ...read, principal: `arn:aws:sts::${own}:federated-user/bob`, resourceAccount: own },
    policies: { identity: [all], session: [all] },
    expect: yes,
  },
  {
    id: 'service-needs-no-identity',
    title: 'Boundaries and service control policies do not bind services',
    line: 'A2',
    cites: page.scp,
    request: { ...read, principal: { service: 'sagemaker.amazonaws.com' }, resourceAccount: own },
    policies: {
      boundary: [nothing],
      scp: [[nothing]],
      resource: doc(grant({ Service: 'sagemaker.amazonaws.com' })),
    },
    expect: yes,
  },
  {
    id: 'service-has-no-identity',
    title: 'Identity policies give a service nothing',
    line: 'A2',
    cites: page.principal,
    request: { ...read, principal: { service: 'sagemaker.amazonaws.com' }, resourceAccount: own },
    policies: { identity: [all], resource: doc(grant({ AWS: otherRole })) },
    expect: no,
  },
];
