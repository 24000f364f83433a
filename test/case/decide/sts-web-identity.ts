import type { JsonObject } from '../../../src/model/json.ts';
import type { CasePolicies, CaseRequest } from '../../../src/decide/case.ts';
import {
  all,
  allow,
  type CaseRow,
  casesOf,
  deny,
  doc,
  having,
  nothing,
  own,
  role,
  root,
} from './build.ts';
import { page, type Case } from './case.ts';

// Callers with a token of an identity provider.

const yes = 'allowed';
const no = 'implicitly-denied';
const denied = 'explicitly-denied';
const target = `arn:aws:iam::${own}:role/Deploy`;
const host = 'token.actions.githubusercontent.com';
const oidc = `arn:aws:iam::${own}:oidc-provider/${host}`;
const github = { federated: oidc };
const cognito = { federated: 'cognito-identity.amazonaws.com' };
const pool = 'eu-west-1:12345678-aaaa-bbbb-cccc-123456790ab';

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
const main = 'repo:acme/ml:ref:refs/heads/main';
const bound = { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: main } };
const unbound = { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } };
const anyRef = {
  StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' },
  StringLike: { [`${host}:sub`]: 'repo:acme/ml:*' },
};
const noForks = {
  StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' },
  StringNotLike: { [`${host}:sub`]: '*:pull_request' },
};
const byGithub = trusts(oidc, web, bound);
const everyone = doc(allow('*', '*', { Principal: '*' }));
const pooled = {
  StringEquals: { 'cognito-identity.amazonaws.com:aud': pool },
  'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
};

function token(sub: string, aud = 'sts.amazonaws.com'): Partial<CaseRequest> {
  return having({ [`${host}:aud`]: aud, [`${host}:sub`]: sub });
}

function inPool(aud: string, ...amr: readonly string[]): Partial<CaseRequest> {
  return having({
    'cognito-identity.amazonaws.com:aud': aud,
    'cognito-identity.amazonaws.com:amr': amr,
  });
}

const webIdentity: readonly CaseRow[] = [
  ['right', 'The right audience and subject', github, byGithub, yes, token(main)],
  ['audience', 'Another audience', github, byGithub, no, token(main, 'https://github.com/acme')],
  ['branch', 'Another branch', github, byGithub, no, token('repo:acme/ml:ref:refs/heads/dev')],
  ['no-claims', 'No claims', github, byGithub, no],
  ['case', 'Subjects know case', github, byGithub, no, token('repo:Acme/ml:ref:refs/heads/main')],
  [
    'unbound',
    'Without a condition on the subject anybody’s repository gets in',
    github,
    trusts(oidc, web, unbound),
    yes,
    token('repo:evil/x:ref:refs/heads/main'),
  ],
  [
    'any-ref',
    'Any branch of one repository',
    github,
    trusts(oidc, web, anyRef),
    yes,
    token('repo:acme/ml:ref:refs/tags/v1'),
  ],
  [
    'any-ref-other',
    'But not of one that begins so',
    github,
    trusts(oidc, web, anyRef),
    no,
    token('repo:acme/ml2:ref:refs/heads/main'),
  ],
  ['no-forks', 'All but pull requests', github, trusts(oidc, web, noForks), yes, token(main)],
  [
    'no-forks-fork',
    'A pull request',
    github,
    trusts(oidc, web, noForks),
    no,
    token('repo:acme/ml:pull_request'),
  ],
  [
    'assume-role',
    'Trust for AssumeRole is none for this',
    github,
    trusts(oidc, 'sts:AssumeRole'),
    no,
    token(main),
  ],
  [
    'as-service',
    'A provider is no AWS principal',
    github,
    { resource: doc({ Effect: 'Allow', Principal: { AWS: root }, Action: web }) },
    no,
    token(main),
  ],
  [
    'own-policies',
    'No policy of ours on the caller’s side binds it',
    github,
    { ...byGithub, identity: [doc(deny())], boundary: [nothing], scp: [[nothing]] },
    yes,
    token(main),
  ],
  [
    'rcp',
    'But that of the role’s organisation',
    github,
    {
      ...byGithub,
      rcp: [
        [
          everyone,
          doc(
            deny(web, '*', {
              Principal: '*',
              Condition: { StringNotLikeIfExists: { [`${host}:sub`]: 'repo:acme/*' } },
            }),
          ),
        ],
      ],
    },
    yes,
    token(main),
  ],
  [
    'rcp-other',
    'Which may bind all trust policies to some subjects',
    github,
    {
      ...trusts(oidc, web, unbound),
      rcp: [
        [
          everyone,
          doc(
            deny(web, '*', {
              Principal: '*',
              Condition: { StringNotLikeIfExists: { [`${host}:sub`]: 'repo:acme/*' } },
            }),
          ),
        ],
      ],
    },
    denied,
    token('repo:evil/x'),
  ],
  ['rcp-silent', 'Or allow nothing', github, { ...byGithub, rcp: [[nothing]] }, no, token(main)],
  ['role', 'A role has no token', role, { identity: [all], ...byGithub }, no],
  [
    'pool',
    'A user of the pool who signed in',
    cognito,
    trusts(cognito.federated, web, pooled),
    yes,
    inPool(pool, 'authenticated', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_x'),
  ],
  [
    'pool-guest',
    'A guest of it',
    cognito,
    trusts(cognito.federated, web, pooled),
    no,
    inPool(pool, 'unauthenticated'),
  ],
  [
    'pool-other',
    'A user of another',
    cognito,
    trusts(cognito.federated, web, pooled),
    no,
    inPool(`${pool}2`, 'authenticated'),
  ],
];

function intoRole(action: string): (row: CaseRow) => CaseRow {
  return ([id, title, principal, policies, expect, request]) => {
    return [id, title, principal, policies, expect, { action, resource: target, ...request }];
  };
}

export const cases: readonly Case[] = webIdentity
  .map(intoRole(web))
  .map(casesOf('sts-web', 'A7.2', page.roles));
