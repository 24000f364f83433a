import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies } from '../../../src/decide/case.ts';
import { type CaseRow, casesOf, doc, having, own } from './build.ts';
import { user } from './build.ts';
import { page, type Case } from './case.ts';

// Callers with a SAML assertion, and what callers pass on to their session.

const yes = 'allowed';
const no = 'implicitly-denied';
const target = `arn:aws:iam::${own}:role/Deploy`;
const host = 'token.actions.githubusercontent.com';
const oidc = `arn:aws:iam::${own}:oidc-provider/${host}`;
const saml = `arn:aws:iam::${own}:saml-provider/Corp`;
const github = { federated: oidc };
const corp = { federated: saml };

function trusts(
  provider: string,
  action: string | readonly string[],
  condition?: JsonObject,
): CasePolicies {
  return {
    resource: doc({
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: action,
      ...(condition && { Condition: condition }),
    }),
  };
}

const web = 'sts:AssumeRoleWithWebIdentity';
const samlAction = 'sts:AssumeRoleWithSAML';
const signIn = 'https://signin.aws.amazon.com/saml';
const staff = {
  StringEquals: { 'SAML:aud': signIn, 'SAML:edupersonaffiliation': ['staff', 'faculty'] },
};

const assertions: readonly CaseRow[] = [
  [
    'staff',
    'An assertion with an attribute',
    corp,
    trusts(saml, samlAction, staff),
    yes,
    having({ 'saml:aud': signIn, 'saml:edupersonaffiliation': 'staff' }),
  ],
  [
    'student',
    'With another',
    corp,
    trusts(saml, samlAction, staff),
    no,
    having({ 'saml:aud': signIn, 'saml:edupersonaffiliation': 'student' }),
  ],
  [
    'issuer',
    'Another issuer',
    corp,
    trusts(saml, samlAction, { StringEquals: { 'saml:iss': 'https://corp.example/idp' } }),
    no,
    having({ 'saml:iss': 'https://evil.example/idp' }),
  ],
  ['provider', 'Another provider', { federated: `${saml}2` }, trusts(saml, samlAction), no],
  ['web', 'Trust for web identities', corp, trusts(saml, web), no],
];

const passing = [web, 'sts:TagSession'];
const project = { StringLike: { 'aws:RequestTag/project': '*' } };

const tagging: readonly CaseRow[] = [
  [
    'web-tags',
    'A token with tags, where the trust policy lets it tag',
    github,
    trusts(oidc, passing),
    yes,
    { action: 'sts:TagSession' },
  ],
  [
    'web-tags-not',
    'Where it does not',
    github,
    trusts(oidc, web),
    no,
    { action: 'sts:TagSession' },
  ],
  [
    'saml-tags',
    'An assertion with tags',
    corp,
    trusts(saml, [samlAction, 'sts:TagSession']),
    yes,
    { action: 'sts:TagSession' },
  ],
  [
    'saml-source',
    'With a source identity',
    corp,
    trusts(saml, [samlAction, 'sts:SetSourceIdentity']),
    yes,
    { action: 'sts:SetSourceIdentity' },
  ],
  [
    'saml-source-not',
    'Where it may not set one',
    corp,
    trusts(saml, [samlAction, 'sts:TagSession']),
    no,
    { action: 'sts:SetSourceIdentity' },
  ],
  [
    'tag-required',
    'A tag that must be passed',
    github,
    trusts(oidc, passing, project),
    yes,
    { action: 'sts:TagSession', ...having({ 'aws:RequestTag/project': 'ml' }) },
  ],
  [
    'tag-required-not',
    'Is not',
    github,
    trusts(oidc, passing, project),
    no,
    { action: 'sts:TagSession' },
  ],
  [
    'tag-keys',
    'A trust policy for some tags',
    user,
    {
      resource: doc({
        Effect: 'Allow',
        Principal: { AWS: user },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
        Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['project', 'team'] } },
      }),
    },
    no,
    { action: 'sts:TagSession', ...having({ 'aws:TagKeys': ['project', 'admin'] }) },
  ],
  [
    'tag-by-name',
    'The user who is named needs no Allow to tag',
    user,
    {
      resource: doc({
        Effect: 'Allow',
        Principal: { AWS: user },
        Action: ['sts:AssumeRole', 'sts:TagSession'],
      }),
    },
    yes,
    { action: 'sts:TagSession' },
  ],
];

function intoRole(action: string): (row: CaseRow) => CaseRow {
  return ([id, title, principal, policies, expect, request]) => {
    return [id, title, principal, policies, expect, { action, resource: target, ...request }];
  };
}

export const cases: readonly Case[] = [
  ...assertions.map(intoRole(samlAction)).map(casesOf('sts-saml', 'A7.2', page.roles)),
  ...tagging.map(intoRole(web)).map(casesOf('sts-passing', 'A7.4', page.sessionTags)),
];
