import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest } from '../../../src/decide/case.ts';
import type { Outcome } from '../../../src/decide/decision.ts';
import {
  all,
  allow,
  deny,
  doc,
  nothing,
  other,
  otherRole,
  otherRoot,
  own,
  role,
  root,
  user,
} from './build.ts';
import { page, type Case } from './case.ts';

// Trust policies: a role is entered through its trust policy alone.

const yes = 'allowed';
const no = 'implicitly-denied';
const target = `arn:aws:iam::${own}:role/Deploy`;
const oidc = `arn:aws:iam::${own}:oidc-provider/token.actions.githubusercontent.com`;
const saml = `arn:aws:iam::${own}:saml-provider/Corp`;

function trust(
  principal: JsonObject | '*',
  action = 'sts:AssumeRole',
  more: JsonObject = {},
): JsonObject {
  return doc({ Effect: 'Allow', Principal: principal, Action: action, ...more });
}

type Row = readonly [
  id: string,
  title: string,
  principal: CaseRequest['principal'],
  policies: CasePolicies,
  expect: Outcome,
  request?: Partial<CaseRequest>,
];

const web = { action: 'sts:AssumeRoleWithWebIdentity' };
const subject = 'token.actions.githubusercontent.com:sub';
const audience = 'token.actions.githubusercontent.com:aud';
const github = {
  Condition: {
    StringEquals: {
      [audience]: 'sts.amazonaws.com',
      [subject]: 'repo:acme/ml:ref:refs/heads/main',
    },
  },
};
const token = { [audience]: 'sts.amazonaws.com', [subject]: 'repo:acme/ml:ref:refs/heads/main' };

const rows: readonly Row[] = [
  [
    'names-role',
    'Trust in the role itself suffices in the same account',
    role,
    { resource: trust({ AWS: role }) },
    yes,
  ],
  [
    'names-user',
    'Trust in the user itself suffices in the same account',
    user,
    { resource: trust({ AWS: user }) },
    yes,
  ],
  [
    'names-account',
    'Trust in the account needs an Allow of the caller’s',
    user,
    { resource: trust({ AWS: root }) },
    no,
  ],
  [
    'names-account-and-identity',
    'With that Allow it suffices',
    user,
    { identity: [all], resource: trust({ AWS: root }) },
    yes,
  ],
  [
    'identity-alone',
    'An Allow of the caller’s alone does not',
    user,
    { identity: [all], resource: trust({ Service: 'sagemaker.amazonaws.com' }) },
    no,
  ],
  ['no-trust-policy', 'Without a trust policy nobody gets in', user, { identity: [all] }, no],
  [
    'root-of-own-account',
    'The root user needs the trust policy too',
    root,
    { resource: trust({ Service: 'ec2.amazonaws.com' }) },
    no,
  ],
  [
    'names-boundary',
    'A boundary limits a role that is named',
    role,
    { boundary: [nothing], resource: trust({ AWS: role }) },
    no,
  ],
  [
    'identity-deny',
    'A Deny of the caller’s wins',
    role,
    { identity: [doc(deny('sts:*'))], resource: trust({ AWS: role }) },
    'explicitly-denied',
  ],
  [
    'trust-deny',
    'A Deny of the trust policy wins',
    user,
    {
      identity: [all],
      resource: doc(
        { Effect: 'Allow', Principal: { AWS: root }, Action: 'sts:AssumeRole' },
        { Effect: 'Deny', Principal: { AWS: user }, Action: 'sts:AssumeRole' },
      ),
    },
    'explicitly-denied',
  ],
  [
    'cross-both',
    'Across accounts both sides are needed',
    otherRole,
    { identity: [all], resource: trust({ AWS: otherRole }) },
    yes,
  ],
  [
    'cross-no-identity',
    'Across accounts trust alone does not suffice',
    otherRole,
    { resource: trust({ AWS: otherRole }) },
    no,
  ],
  [
    'cross-no-trust',
    'Across accounts an Allow alone does not suffice',
    otherRole,
    { identity: [all], resource: trust({ AWS: root }) },
    no,
  ],
  [
    'cross-account-named',
    'The other account may be named as a whole',
    otherRole,
    { identity: [all], resource: trust({ AWS: other }) },
    yes,
  ],
  [
    'cross-root-arn',
    'By its root ARN too',
    otherRole,
    { identity: [all], resource: trust({ AWS: otherRoot }) },
    yes,
  ],
  [
    'external-id',
    'The external id that is asked for',
    otherRole,
    {
      identity: [all],
      resource: trust({ AWS: other }, 'sts:AssumeRole', {
        Condition: { StringEquals: { 'sts:ExternalId': 'x-1' } },
      }),
    },
    yes,
    { context: { 'sts:ExternalId': 'x-1' } },
  ],
  [
    'external-id-missing',
    'A request without the external id',
    otherRole,
    {
      identity: [all],
      resource: trust({ AWS: other }, 'sts:AssumeRole', {
        Condition: { StringEquals: { 'sts:ExternalId': 'x-1' } },
      }),
    },
    no,
  ],
  [
    'mfa',
    'A second factor that is asked for',
    user,
    {
      identity: [all],
      resource: trust({ AWS: root }, 'sts:AssumeRole', {
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    },
    yes,
    { context: { 'aws:MultiFactorAuthPresent': 'true' } },
  ],
  [
    'mfa-missing',
    'A request without it',
    user,
    {
      identity: [all],
      resource: trust({ AWS: root }, 'sts:AssumeRole', {
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    },
    no,
  ],
  [
    'service',
    'A service that is trusted',
    { service: 'sagemaker.amazonaws.com' },
    { resource: trust({ Service: 'sagemaker.amazonaws.com' }) },
    yes,
  ],
  [
    'service-other',
    'Another service',
    { service: 'glue.amazonaws.com' },
    { resource: trust({ Service: 'sagemaker.amazonaws.com' }) },
    no,
  ],
  [
    'service-deputy',
    'Bound to a source account, for another one',
    { service: 'sagemaker.amazonaws.com' },
    {
      resource: trust({ Service: 'sagemaker.amazonaws.com' }, 'sts:AssumeRole', {
        Condition: { StringEquals: { 'aws:SourceAccount': own } },
      }),
    },
    no,
    { context: { 'aws:SourceAccount': other } },
  ],
  [
    'service-deputy-own',
    'Bound to a source account, for it',
    { service: 'sagemaker.amazonaws.com' },
    {
      resource: trust({ Service: 'sagemaker.amazonaws.com' }, 'sts:AssumeRole', {
        Condition: { StringEquals: { 'aws:SourceAccount': own } },
      }),
    },
    yes,
    { context: { 'aws:SourceAccount': own } },
  ],
  [
    'self',
    'A role does not trust itself',
    target,
    { identity: [all], resource: trust({ AWS: role }) },
    no,
  ],
  ['self-named', 'Unless it names itself', target, { resource: trust({ AWS: target }) }, yes],
  [
    'web-identity',
    'A web identity with the right claims',
    { federated: oidc },
    { resource: trust({ Federated: oidc }, web.action, github) },
    yes,
    { ...web, context: token },
  ],
  [
    'web-identity-subject',
    'A web identity of another repository',
    { federated: oidc },
    { resource: trust({ Federated: oidc }, web.action, github) },
    no,
    { ...web, context: { ...token, [subject]: 'repo:evil/ml' } },
  ],
  [
    'web-identity-provider',
    'A web identity of another provider',
    { federated: `${oidc}2` },
    { resource: trust({ Federated: oidc }, web.action, github) },
    no,
    { ...web, context: token },
  ],
  [
    'web-identity-wildcard',
    'A subject with a wildcard',
    { federated: oidc },
    {
      resource: trust({ Federated: oidc }, web.action, {
        Condition: { StringLike: { [subject]: 'repo:acme/*' } },
      }),
    },
    yes,
    { ...web, context: token },
  ],
  [
    'web-identity-google',
    'A provider by its host name',
    { federated: 'accounts.google.com' },
    { resource: trust({ Federated: 'accounts.google.com' }, web.action) },
    yes,
    web,
  ],
  [
    'saml',
    'A SAML assertion for the right audience',
    { federated: saml },
    {
      resource: trust({ Federated: saml }, 'sts:AssumeRoleWithSAML', {
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      }),
    },
    yes,
    {
      action: 'sts:AssumeRoleWithSAML',
      context: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' },
    },
  ],
  [
    'saml-audience',
    'A SAML assertion for another audience',
    { federated: saml },
    {
      resource: trust({ Federated: saml }, 'sts:AssumeRoleWithSAML', {
        Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
      }),
    },
    no,
    { action: 'sts:AssumeRoleWithSAML', context: { 'SAML:aud': 'https://example.com' } },
  ],
  [
    'saml-action',
    'Trust for AssumeRole is none for AssumeRoleWithSAML',
    { federated: saml },
    { resource: trust({ Federated: saml }) },
    no,
    { action: 'sts:AssumeRoleWithSAML' },
  ],
];

const callers: readonly Case[] = [
  ['caller-identity', 'GetCallerIdentity needs no permission', {}],
  [
    'caller-identity-denied',
    'No policy can deny GetCallerIdentity',
    { identity: [doc(deny())], scp: [[nothing]] },
  ],
].map(([id, title, policies]) => ({
  id: `sts-${id as string}`,
  title: title as string,
  line: 'A7.4',
  cites: page.callerIdentity,
  request: { principal: role, action: 'sts:GetCallerIdentity', resource: '*' },
  policies: policies as CasePolicies,
  expect: yes,
}));

const tagging = (allowed: readonly string[], trusted: readonly string[]): CasePolicies => ({
  identity: [doc(allow([...allowed], '*'))],
  resource: doc({ Effect: 'Allow', Principal: { AWS: root }, Action: [...trusted] }),
});

const pairs: readonly (readonly [
  id: string,
  action: string,
  allowed: readonly string[],
  trusted: readonly string[],
  expect: Outcome,
  cites: string,
])[] = [
  [
    'tag-both',
    'sts:TagSession',
    ['sts:AssumeRole', 'sts:TagSession'],
    ['sts:AssumeRole', 'sts:TagSession'],
    yes,
    page.sessionTags,
  ],
  [
    'tag-not-trusted',
    'sts:TagSession',
    ['sts:AssumeRole', 'sts:TagSession'],
    ['sts:AssumeRole'],
    no,
    page.sessionTags,
  ],
  [
    'tag-not-allowed',
    'sts:TagSession',
    ['sts:AssumeRole'],
    ['sts:AssumeRole', 'sts:TagSession'],
    no,
    page.sessionTags,
  ],
  [
    'source-identity-both',
    'sts:SetSourceIdentity',
    ['sts:SetSourceIdentity'],
    ['sts:SetSourceIdentity'],
    yes,
    page.sourceIdentity,
  ],
  [
    'source-identity-not-trusted',
    'sts:SetSourceIdentity',
    ['sts:SetSourceIdentity'],
    ['sts:AssumeRole'],
    no,
    page.sourceIdentity,
  ],
];

function lineOf(id: string): string {
  if (id.startsWith('self')) return 'A7.3';
  return /^(web|saml|service)/.test(id) ? 'A7.2' : 'A7.1';
}

export const cases: readonly Case[] = [
  ...rows.map(([id, title, principal, policies, expect, request]): Case => ({
    id: `sts-${id}`,
    title,
    line: lineOf(id),
    cites: page.roles,
    request: { principal, action: 'sts:AssumeRole', resource: target, ...request },
    policies,
    expect,
  })),
  ...callers,
  ...pairs.map(([id, action, allowed, trusted, expect, cites]): Case => ({
    id: `sts-${id}`,
    title: `${action}: caller allowed ${allowed.join(' ')}, role trusts ${trusted.join(' ')}`,
    line: 'A7.4',
    cites,
    request: { principal: user, action, resource: target },
    policies: tagging(allowed, trusted),
    expect,
  })),
];
