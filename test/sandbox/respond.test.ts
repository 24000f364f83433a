import { CreateRoleCommand, IAMClient, ListRolesCommand } from '@aws-sdk/client-iam';
import { KMSClient, ListKeysCommand, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DeletePublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { DeleteModelCommand, ListModelsCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { AccountClient, EnableRegionCommand, ListRegionsCommand } from '@aws-sdk/client-account';
import { expect } from 'chai';
import { createSandbox } from '../../src/sandbox/respond.ts';
import { accountId } from '../support/build.ts';
import { failureOf, sandboxAccount, sandboxObject, serve, worldOf } from '../support/world.ts';

const other = '444455556666';

describe('a request that is no served read', () => {
  const { client, sandbox } = serve([sandboxAccount()]);
  const iam = new IAMClient(client);
  const s3 = new S3Client(client);
  const bucket = { Bucket: 'models' };
  const role = { RoleName: 'x', AssumeRolePolicyDocument: '{}' };
  const key = { KeyId: 'k' };
  const refused: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['iam:CreateRole', () => iam.send(new CreateRoleCommand(role)), 'InvalidAction'],
    ['iam:ListRoles', () => iam.send(new ListRolesCommand({})), 'InvalidAction'],
    [
      's3:GetObject',
      () => s3.send(new GetObjectCommand({ ...bucket, Key: 'k' })),
      'NotImplemented',
    ],
    ['s3:ListObjectsV2', () => s3.send(new ListObjectsV2Command(bucket)), 'NotImplemented'],
    [
      's3:PutBucketPolicy',
      () => s3.send(new PutBucketPolicyCommand({ ...bucket, Policy: '{}' })),
      'NotImplemented',
    ],
    [
      's3control:DeletePublicAccessBlock',
      () =>
        new S3ControlClient(client).send(
          new DeletePublicAccessBlockCommand({ AccountId: accountId }),
        ),
      'NotImplemented',
    ],
    [
      'kms:ScheduleKeyDeletion',
      () => new KMSClient(client).send(new ScheduleKeyDeletionCommand(key)),
      'UnknownOperationException',
    ],
    [
      'sagemaker:DeleteModel',
      () => new SageMakerClient(client).send(new DeleteModelCommand({ ModelName: 'm' })),
      'UnknownOperationException',
    ],
    [
      'sts:GetSessionToken',
      () => new STSClient(client).send(new GetSessionTokenCommand({})),
      'InvalidAction',
    ],
    [
      'account:EnableRegion',
      () => new AccountClient(client).send(new EnableRegionCommand({ RegionName: 'af-south-1' })),
      'UnknownOperationException',
    ],
  ];

  for (const [operation, call, code] of refused) {
    it(`is refused and counted: ${operation}`, async () => {
      const before = sandbox.mutations;
      expect((await failureOf(call())).code).to.equal(code);
      expect(sandbox.mutations).to.equal(before + 1);
    });
  }

  it('is not in the log of calls', () => {
    expect(sandbox.calls).to.deep.equal([]);
  });

  it('is refused when it is not signed', () => {
    const world = worldOf(sandboxAccount());
    const unsigned = createSandbox(world, { clock: () => 0 });
    const request = { method: 'GET', host: 'x', path: '/', query: {}, headers: {}, body: '' };
    expect(unsigned.handle(request).status).to.equal(501);
    expect(unsigned.mutations).to.equal(1);
  });
});

describe('the caller', () => {
  it('is the account of the access key', async () => {
    const { client, sandbox } = serve([sandboxAccount(), sandboxAccount({ id: other })]);
    const identity = await new STSClient(client).send(new GetCallerIdentityCommand({}));
    expect(identity).to.deep.include({
      Account: accountId,
      Arn: `arn:aws:iam::${accountId}:user/sandbox`,
      UserId: `AIDASANDBOX${accountId}`,
    });
    expect(sandbox.calls).to.deep.equal([
      {
        operation: 'sts:GetCallerIdentity',
        account: accountId,
        region: 'eu-west-1',
        outcome: 'ok',
      },
    ]);
  });

  it('is another account after assuming a role there', async () => {
    const there = sandboxAccount({ id: other, objects: { Model: [sandboxObject('Model', 'm')] } });
    const { client } = serve([sandboxAccount(), there]);
    const session = { ...client, credentials: await assumeRole(client, other) };
    const identity = await new STSClient(session).send(new GetCallerIdentityCommand({}));
    expect(identity.Arn).to.equal(`arn:aws:sts::${other}:assumed-role/Auditor/night`);
    const list = new ListModelsCommand({});
    expect((await new SageMakerClient(session).send(list)).Models).to.have.length(1);
    expect((await new SageMakerClient(client).send(list)).Models).to.have.length(0);
  });

  it('may not assume a role in an account outside the world', async () => {
    const { client } = serve([sandboxAccount()]);
    const failure = await failureOf(assumeRole(client, other));
    expect(failure).to.include({ code: 'AccessDenied', status: 403 });
    expect(failure.message).to.include('is not authorized to perform: sts:AssumeRole on resource');
  });

  it('is refused once the session has expired', async () => {
    let now = 0;
    const { client } = serve([sandboxAccount()], { clock: () => now });
    const session = { ...client, credentials: await assumeRole(client, accountId) };
    now = 3600_000;
    const list = new KMSClient(session).send(new ListKeysCommand({}));
    expect((await failureOf(list)).code).to.equal('ExpiredTokenException');
  });

  it('is refused with a session key without its token', async () => {
    const { client } = serve([sandboxAccount()]);
    const { accessKeyId, secretAccessKey } = await assumeRole(client, accountId);
    const session = { ...client, credentials: { accessKeyId, secretAccessKey } };
    const list = new KMSClient(session).send(new ListKeysCommand({}));
    expect((await failureOf(list)).code).to.equal('UnrecognizedClientException');
  });

  it('is not known in a region that the account has not enabled', async () => {
    const { client } = serve([sandboxAccount({ regions: ['eu-west-1'] })]);
    const list = new KMSClient({ ...client, region: 'af-south-1' }).send(new ListKeysCommand({}));
    expect((await failureOf(list)).code).to.equal('UnrecognizedClientException');
  });
});

describe('ListRegions', () => {
  it('tells enabled regions from disabled ones', async () => {
    const { client } = serve([sandboxAccount({ regions: ['eu-west-1', 'af-south-1'] })]);
    const list = new ListRegionsCommand({
      RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
    });
    expect((await new AccountClient(client).send(list)).Regions).to.deep.equal([
      { RegionName: 'eu-west-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' },
      { RegionName: 'af-south-1', RegionOptStatus: 'ENABLED' },
    ]);
    const all = await new AccountClient(client).send(new ListRegionsCommand({}));
    expect(all.Regions?.map((region) => region.RegionOptStatus)).to.include('DISABLED');
  });
});

async function assumeRole(client: ReturnType<typeof serve>['client'], account: string) {
  const reply = await new STSClient(client).send(
    new AssumeRoleCommand({
      RoleArn: `arn:aws:iam::${account}:role/security/Auditor`,
      RoleSessionName: 'night',
      DurationSeconds: 3600,
    }),
  );
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = reply.Credentials ?? {};
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
  };
}
