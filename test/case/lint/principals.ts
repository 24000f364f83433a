import type { JsonValue } from '../../../src/model/json.ts';
import { allow, everyone, type LintCase, when } from './build.ts';

const github = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';

function web(provider: string, conditions: { readonly [key: string]: string }): JsonValue {
  return {
    Effect: 'Allow',
    Principal: { Federated: provider },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: { StringEquals: conditions },
  };
}

export const principals: readonly LintCase[] = [
  {
    name: 'an Allow for everyone',
    statements: [everyone],
    kind: 'resource',
    found: [['everyone', '/Statement/0/Principal']],
  },
  {
    name: 'an Allow for everyone of an organisation',
    statements: [when(everyone, 'StringEquals', 'aws:PrincipalOrgID', 'o-exampleorgid')],
    kind: 'resource',
    found: [],
  },
  {
    name: 'an Allow for everyone that an IfExists does not bind',
    statements: [when(everyone, 'StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-exampleorgid')],
    kind: 'resource',
    found: [['everyone', '/Statement/0/Principal']],
  },
  {
    name: 'NotPrincipal in a Deny',
    statements: [
      { ...allow, Effect: 'Deny', NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/a' } },
    ],
    kind: 'resource',
    found: [['deny-not-principal', '/Statement/0/NotPrincipal']],
  },
  {
    name: 'principals that AWS refuses, and one that is gone',
    statements: [
      {
        ...allow,
        Principal: {
          AWS: ['arn:aws:iam::111122223333:group/g', '1111-2222-3333', 'AROAEXAMPLEEXAMPLE'],
          CanonicalUser: 'abc',
          Service: 'sagemaker',
          Federated: 'example.com',
        },
      },
    ],
    kind: 'resource',
    found: [
      ['group-principal', '/Statement/0/Principal/AWS'],
      ['principal-form', '/Statement/0/Principal/AWS'],
      ['canonical-user', '/Statement/0/Principal/CanonicalUser'],
      ['deleted-principal', '/Statement/0/Principal/AWS'],
      ['service-name', '/Statement/0/Principal/Service'],
      ['federated-name', '/Statement/0/Principal/Federated'],
    ],
  },
  {
    name: 'principals of every form',
    statements: [
      {
        ...allow,
        Principal: {
          AWS: [
            '111122223333',
            'arn:aws:iam::111122223333:root',
            'arn:aws-cn:iam::111122223333:user/path/u',
            'arn:aws:sts::111122223333:assumed-role/r/s',
            'arn:aws:sts::111122223333:federated-user/f',
            'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1',
          ],
          CanonicalUser: 'a1'.repeat(32),
          Service: ['delivery.logs.amazonaws.com', 'ec2.amazonaws.com.cn'],
        },
      },
    ],
    kind: 'resource',
    found: [],
  },
  {
    name: 'an action of another service in a trust policy',
    statements: [
      { Effect: 'Allow', Principal: { AWS: '111122223333' }, Action: ['sts:AssumeRole', 's3:*'] },
    ],
    kind: 'trust',
    found: [['trust-action', '/Statement/0/Action']],
  },
  {
    name: 'a provider that comes by another way',
    statements: [{ Effect: 'Allow', Principal: { Federated: github }, Action: 'sts:AssumeRole' }],
    kind: 'trust',
    found: [['federated-action', '/Statement/0/Action']],
  },
  {
    name: 'all of GitHub in a role',
    statements: [web(github, { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' })],
    kind: 'trust',
    found: [['federated-open', '/Statement/0']],
  },
  {
    name: 'one repository of GitHub in a role',
    statements: [web(github, { 'token.actions.githubusercontent.com:sub': 'repo:acme/ml:x' })],
    kind: 'trust',
    found: [],
  },
  {
    name: 'one identity pool in a role',
    statements: [
      web('cognito-identity.amazonaws.com', { 'cognito-identity.amazonaws.com:aud': 'pool' }),
    ],
    kind: 'trust',
    found: [],
  },
];
