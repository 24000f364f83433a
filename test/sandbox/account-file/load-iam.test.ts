import { expect } from 'chai';
import { accountIn } from '../../support/account-text.ts';
import type { JsonObject } from '../../../src/model/json.ts';

function trustOf(trust: string): unknown {
  const text = `iam: { roles: { A: { trust: ${trust} }, B: { trust: lambda, path: /x/ } }, samlProviders: { IdP: }, oidcProviders: { ci.example: } }`;
  return accountIn(text).iam.roles[0]?.['AssumeRolePolicyDocument'];
}

function statements(...list: readonly JsonObject[]): JsonObject {
  return { Version: '2012-10-17', Statement: list };
}

describe('A trust policy', () => {
  it('is a service by its short name', () => {
    const statement = { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' } };
    expect(trustOf('sagemaker')).to.deep.equal(
      statements({ ...statement, Action: 'sts:AssumeRole' }),
    );
  });

  it('is several services, bound to an account', () => {
    expect(
      trustOf("{ services: [sagemaker, ecs.example.com], sourceAccount: '111122223333' }"),
    ).to.deep.equal(
      statements({
        Effect: 'Allow',
        Principal: { Service: ['sagemaker.amazonaws.com', 'ecs.example.com'] },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
      }),
    );
  });

  it('is accounts, roles and providers under one condition', () => {
    const condition = { StringEquals: { 'a:b': 'c' } };
    const text = `{ accounts: ['444455556666'], roles: [B], federated: [IdP, ci.example], condition: ${JSON.stringify(condition)} }`;
    const allow = { Effect: 'Allow', Condition: condition };
    const arn = (resource: string) => `arn:aws:iam::111122223333:${resource}`;
    expect(trustOf(text)).to.deep.equal(
      statements(
        {
          ...allow,
          Principal: { AWS: ['arn:aws:iam::444455556666:root', arn('role/x/B')] },
          Action: 'sts:AssumeRole',
        },
        {
          ...allow,
          Principal: { Federated: arn('saml-provider/IdP') },
          Action: 'sts:AssumeRoleWithSAML',
        },
        {
          ...allow,
          Principal: { Federated: arn('oidc-provider/ci.example') },
          Action: 'sts:AssumeRoleWithWebIdentity',
        },
      ),
    );
  });

  it('keeps conditions of its own beside the source account', () => {
    const text =
      "{ services: [glue], sourceAccount: '111122223333', condition: { StringEquals: { a: b }, Bool: { c: d } } }";
    expect(trustOf(text))
      .to.have.nested.property('Statement[0].Condition')
      .deep.equal({
        StringEquals: { a: 'b', 'aws:SourceAccount': '111122223333' },
        Bool: { c: 'd' },
      });
  });

  it('is statements, or a document, as they stand', () => {
    const odd = { Effect: 'Allow', NotPrincipal: { AWS: '*' }, Action: 'sts:*' };
    expect(trustOf(`[${JSON.stringify(odd)}]`)).to.deep.equal(statements(odd));
    const document = { Version: '2008-10-17', Statement: odd };
    expect(trustOf(JSON.stringify(document))).to.deep.equal(document);
  });
});

describe('IAM entities', () => {
  const { iam } = accountIn(`
iam:
  passwordPolicy: { MinimumPasswordLength: 20, MaxPasswordAge: 30 }
  policies:
    edge: { path: /ml/, document: [{ Effect: Deny, Action: 's3:*', Resource: '*' }] }
  groups:
    readers: { created: 2025-02-01, policies: [edge], inline: { look: [{ Effect: Allow, Action: 's3:Get*', Resource: '*' }] } }
  users:
    ada: { created: 2025-03-01, groups: [readers], boundary: edge, tags: { team: ml } }
  roles:
    Training:
      path: /ml/
      created: 2025-01-01
      trust: sagemaker
      boundary: edge
      policies: [AmazonSageMakerFullAccess, 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess', 'arn:aws:iam::111122223333:policy/gone']
      inline: { own: { Version: '2008-10-17', Statement: [] } }
      instanceProfiles: [box]
      lastUsed: 2 days ago
      tags: { team: ml }
`);

  it('are roles as GetAccountAuthorizationDetails gives them', () => {
    expect(iam.roles).to.deep.equal([
      {
        Path: '/ml/',
        RoleName: 'Training',
        RoleId: 'AROA2QEODNDK4Z64OATGF',
        Arn: 'arn:aws:iam::111122223333:role/ml/Training',
        CreateDate: '2025-01-01T00:00:00Z',
        AssumeRolePolicyDocument: trustOf('sagemaker'),
        InstanceProfileList: [
          {
            Path: '/',
            InstanceProfileName: 'box',
            InstanceProfileId: 'AIPAGMYK4ULBRBGZFHHKH',
            Arn: 'arn:aws:iam::111122223333:instance-profile/box',
            CreateDate: '2025-01-01T00:00:00Z',
            Roles: [],
          },
        ],
        RolePolicyList: [
          { PolicyName: 'own', PolicyDocument: { Version: '2008-10-17', Statement: [] } },
        ],
        AttachedManagedPolicies: [
          {
            PolicyName: 'AmazonSageMakerFullAccess',
            PolicyArn: 'arn:aws:iam::aws:policy/AmazonSageMakerFullAccess',
          },
          {
            PolicyName: 'ViewOnlyAccess',
            PolicyArn: 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
          },
          { PolicyName: 'gone', PolicyArn: 'arn:aws:iam::111122223333:policy/gone' },
        ],
        PermissionsBoundary: {
          PermissionsBoundaryType: 'Policy',
          PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/ml/edge',
        },
        Tags: [{ Key: 'team', Value: 'ml' }],
        RoleLastUsed: { LastUsedDate: '2026-11-22T12:00:00Z', Region: 'us-east-1' },
      },
    ]);
  });

  it('are users and groups likewise', () => {
    expect(iam.users).to.deep.equal([
      {
        Path: '/',
        UserName: 'ada',
        UserId: 'AIDAKU4PH6GHNZGZOAVZX',
        Arn: 'arn:aws:iam::111122223333:user/ada',
        CreateDate: '2025-03-01T00:00:00Z',
        UserPolicyList: [],
        GroupList: ['readers'],
        AttachedManagedPolicies: [],
        PermissionsBoundary: {
          PermissionsBoundaryType: 'Policy',
          PermissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/ml/edge',
        },
        Tags: [{ Key: 'team', Value: 'ml' }],
      },
    ]);
    expect(iam.groups).to.deep.equal([
      {
        Path: '/',
        GroupName: 'readers',
        GroupId: 'AGPAA2PG67FFQ3NLBKNFY',
        Arn: 'arn:aws:iam::111122223333:group/readers',
        CreateDate: '2025-02-01T00:00:00Z',
        GroupPolicyList: [
          {
            PolicyName: 'look',
            PolicyDocument: statements({ Effect: 'Allow', Action: 's3:Get*', Resource: '*' }),
          },
        ],
        AttachedManagedPolicies: [
          { PolicyName: 'edge', PolicyArn: 'arn:aws:iam::111122223333:policy/ml/edge' },
        ],
      },
    ]);
  });

  it('bring the AWS-managed policies that they use, and count every use', () => {
    const counts = iam.policies.map((policy) => [
      policy['Arn'],
      policy['AttachmentCount'],
      policy['PermissionsBoundaryUsageCount'],
    ]);
    expect(counts).to.deep.equal([
      ['arn:aws:iam::111122223333:policy/ml/edge', 1, 2],
      ['arn:aws:iam::aws:policy/AmazonSageMakerFullAccess', 1, 0],
      ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess', 1, 0],
    ]);
  });

  it('have a password policy that says what AWS says', () => {
    expect(iam.passwordPolicy).to.deep.equal({
      MinimumPasswordLength: 20,
      RequireSymbols: false,
      RequireNumbers: false,
      RequireUppercaseCharacters: false,
      RequireLowercaseCharacters: false,
      AllowUsersToChangePassword: false,
      ExpirePasswords: true,
      MaxPasswordAge: 30,
    });
  });
});

describe('The credential report', () => {
  const { credentialReport } = accountIn(`
iam:
  root: { mfa: false, lastUsed: 1 day ago }
  users:
    ada: { created: 2026-01-01, console: true, mfa: true, accessKeys: [{ created: 100 days ago, lastUsed: 2 days ago }, { created: 2026-11-01, active: false }] }
    bob: { created: 2026-01-01, console: true }
`).iam;
  const columns = (user: string, ...names: readonly string[]) => {
    const row = credentialReport.find((one) => one['user'] === user);
    return names.map((name) => row?.[name]);
  };

  it('has the root first, then the users', () => {
    expect(credentialReport.map((row) => row['user'])).to.deep.equal([
      '<root_account>',
      'ada',
      'bob',
    ]);
    expect(columns('<root_account>', 'mfa_active', 'password_last_used')).to.deep.equal([
      'false',
      '2026-11-23T12:00:00+00:00',
    ]);
  });

  it('has the dates and states of keys', () => {
    const first = [
      'active',
      'last_rotated',
      'last_used_date',
      'last_used_region',
      'last_used_service',
    ];
    expect(columns('ada', ...first.map((name) => `access_key_1_${name}`))).to.deep.equal([
      'true',
      '2026-08-16T12:00:00+00:00',
      '2026-11-22T12:00:00+00:00',
      'us-east-1',
      's3',
    ]);
    expect(columns('ada', ...first.map((name) => `access_key_2_${name}`))).to.deep.equal([
      'false',
      '2026-11-01T00:00:00+00:00',
      'N/A',
      'N/A',
      'N/A',
    ]);
  });

  it('knows a password that was never used', () => {
    const facts = ['password_enabled', 'password_last_used', 'mfa_active', 'user_creation_time'];
    expect(columns('bob', ...facts)).to.deep.equal([
      'true',
      'no_information',
      'false',
      '2026-01-01T00:00:00+00:00',
    ]);
  });
});
