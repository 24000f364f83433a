import type { JsonObject } from '../../src/model/json.ts';
import { servedTypes } from '../../src/sandbox/sagemaker/served-type.ts';
import type {
  SageMakerType,
  SandboxAccount,
  SandboxBucket,
  SandboxObject,
} from '../../src/sandbox/world.ts';
import { accountId, region } from './build.ts';
import {
  sandboxAccount,
  sandboxBucket,
  sandboxKey,
  sandboxObject,
  sandboxRepository,
} from './world.ts';

const document = { Version: '2012-10-17', Statement: [] };
const iamArn = (path: string) => `arn:aws:iam::${accountId}:${path}`;
const created = '2025-01-01T00:00:00Z';

const level = (id: string) => ({
  id,
  policies: {
    SERVICE_CONTROL_POLICY: [{ id: 'p-full', name: 'FullAWSAccess', document }],
    RESOURCE_CONTROL_POLICY: [{ id: 'p-rcp', name: 'RCPFullAWSAccess', document }],
  },
});

const completeOrganization = {
  detail: { Id: 'o-exampleorgid', MasterAccountId: '000011112222', FeatureSet: 'ALL' },
  policyTypes: { SERVICE_CONTROL_POLICY: 'ENABLED', RESOURCE_CONTROL_POLICY: 'ENABLED' },
  levels: [level('r-ab12'), level(accountId)],
};

/** One of everything that the sandbox can serve, so that every served operation has an answer. */
export function completeAccount(): SandboxAccount {
  return sandboxAccount({
    organization: completeOrganization,
    iam: {
      aliases: ['acme'],
      passwordPolicy: { MinimumPasswordLength: 14 },
      credentialReport: [{ user: '<root_account>', mfa_active: 'true' }],
      users: [{ UserName: 'ada', Arn: iamArn('user/ada'), CreateDate: created }],
      groups: [{ GroupName: 'ml', Arn: iamArn('group/ml'), CreateDate: created }],
      roles: [
        {
          RoleName: 'Training',
          Arn: iamArn('role/Training'),
          CreateDate: created,
          AssumeRolePolicyDocument: document,
        },
      ],
      policies: [
        {
          PolicyName: 'Base',
          Arn: iamArn('policy/Base'),
          PolicyVersionList: [{ Document: document, VersionId: 'v1', IsDefaultVersion: true }],
        },
      ],
      oidcProviders: [{ Arn: iamArn('oidc-provider/ci.example'), Url: 'ci.example' }],
      samlProviders: [{ Arn: iamArn('saml-provider/corp'), SAMLMetadataDocument: '<x a="1"/>' }],
    },
    s3: {
      publicAccessBlock: { BlockPublicAcls: true },
      buckets: [completeBucket()],
      accessPoints: [
        {
          name: 'point',
          region,
          detail: { Name: 'point', Bucket: 'models', NetworkOrigin: 'Internet' },
          policy: document,
          policyStatus: { PolicyStatus: { IsPublic: false } },
        },
      ],
    },
    keys: [
      sandboxKey('k-1', {
        aliases: ['alias/models'],
        tags: { team: 'ml' },
        grants: [{ GrantId: 'g', Operations: ['Decrypt'] }],
      }),
    ],
    registry: {
      policy: document,
      repositories: [sandboxRepository('one', { policy: document, tags: { team: 'ml' } })],
    },
    objects: Object.fromEntries(servedTypes.map(({ type }) => [type, [completeObject(type)]])),
  });
}

function completeBucket(): SandboxBucket {
  const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } };
  const settings: { [operation: string]: JsonObject } = {
    GetBucketPolicyStatus: { PolicyStatus: { IsPublic: false } },
    GetBucketEncryption: { ServerSideEncryptionConfiguration: { Rules: [rule] } },
    GetPublicAccessBlock: { PublicAccessBlockConfiguration: { BlockPublicAcls: true } },
    GetBucketOwnershipControls: {
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    },
    GetBucketVersioning: { Status: 'Enabled', MFADelete: 'Disabled' },
    GetBucketLogging: { LoggingEnabled: { TargetBucket: 'logs', TargetPrefix: 's3/' } },
    GetBucketNotificationConfiguration: {
      TopicConfigurations: [
        { Id: 't', TopicArn: 'arn:aws:sns:::t', Events: ['s3:ObjectCreated:*'] },
      ],
      LambdaFunctionConfigurations: [
        {
          Id: 'f',
          LambdaFunctionArn: 'arn:aws:lambda:::f',
          Events: ['s3:ObjectRemoved:*'],
          Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'in/' }] } },
        },
      ],
    },
    GetBucketAccelerateConfiguration: { Status: 'Suspended' },
    GetBucketAbac: { AbacStatus: { Status: 'Enabled' } },
    GetBucketLifecycleConfiguration: {
      Rules: [
        {
          ID: 'old',
          Status: 'Enabled',
          Filter: { And: { Prefix: 'x/', Tags: [{ Key: 'a', Value: 'b' }] } },
          Transitions: [{ Days: 30, StorageClass: 'GLACIER' }],
        },
      ],
    },
    GetBucketReplication: {
      ReplicationConfiguration: {
        Role: iamArn('role/Copy'),
        Rules: [{ ID: 'r', Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copy' } }],
      },
    },
    GetObjectLockConfiguration: { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } },
    GetBucketWebsite: { IndexDocument: { Suffix: 'index.html' } },
    GetBucketCors: { CORSRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] },
    GetBucketAcl: {
      Owner: { ID: 'o' },
      Grants: [
        {
          Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
          Permission: 'READ',
        },
      ],
    },
  };
  return sandboxBucket('models', { tags: { team: 'ml' }, policy: document, settings });
}

function completeObject(type: SageMakerType): SandboxObject {
  const tags = { team: 'ml' };
  switch (type) {
    case 'Domain':
      return sandboxObject(type, 'd-1', { tags, detail: { DomainId: 'd-1' } });
    case 'UserProfile':
    case 'Space':
      return sandboxObject(type, 'd-1/one', {
        tags,
        detail: { DomainId: 'd-1', [`${type}Name`]: 'one' },
      });
    case 'ModelPackageGroup':
      return sandboxObject(type, 'one', { tags, policy: document });
    case 'DataQualityJobDefinition':
    case 'ModelQualityJobDefinition':
    case 'ModelBiasJobDefinition':
    case 'ModelExplainabilityJobDefinition':
      return sandboxObject(type, 'one', { tags, detail: { JobDefinitionName: 'one' } });
    default:
      return sandboxObject(type, 'one', { tags });
  }
}
