import { IAMClient, ListAccountAliasesCommand } from '@aws-sdk/client-iam';
import { GetBucketTaggingCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeModelCommand,
  ListModelsCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { expect } from 'chai';
import { UserError } from '../../src/model/user-error.ts';
import { accessKeyOf } from '../../src/sandbox/caller.ts';
import type { Fault } from '../../src/sandbox/fault.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/respond.ts';
import { serveSandbox, type ServedSandbox } from '../../src/sandbox/serve-http.ts';
import { accountId, region } from '../support/build.ts';
import { completeAccount } from '../support/complete-account.ts';
import { failureOf, worldOf } from '../support/world.ts';

describe('the sandbox over HTTP', () => {
  let sandbox: Sandbox;
  let served: ServedSandbox;

  async function start(faults: readonly Fault[] = []) {
    sandbox = createSandbox(worldOf(completeAccount()), { faults, clock: () => Date.now() });
    served = await serveSandbox(sandbox);
    return { region, endpoint: served.url, credentials: accessKeyOf(accountId), maxAttempts: 1 };
  }

  afterEach(() => served.close());

  it('answers the SDK in every protocol', async () => {
    const client = await start();
    const aliases = await new IAMClient(client).send(new ListAccountAliasesCommand({}));
    expect(aliases.AccountAliases).to.deep.equal(['acme']);
    const tags = new GetBucketTaggingCommand({ Bucket: 'models' });
    expect((await new S3Client(client).send(tags)).TagSet).to.deep.equal([
      { Key: 'team', Value: 'ml' },
    ]);
    const { Models } = await new SageMakerClient(client).send(new ListModelsCommand({}));
    expect(Models?.map(({ ModelName }) => ModelName)).to.deep.equal(['one']);
    expect(sandbox.mutations).to.equal(0);
  });

  it('takes S3 Control with and without the account in the host', async () => {
    const client = await start();
    for (const host of [`${accountId}.s3.example`, served.url.replace('http://', '')]) {
      const reply = await fetch(`${served.url}/v20180820/configuration/publicAccessBlock`, {
        headers: {
          host,
          'x-amz-account-id': accountId,
          authorization: `AWS4-HMAC-SHA256 Credential=${client.credentials.accessKeyId}/20261101/${region}/s3/aws4_request`,
        },
      });
      expect(await reply.text()).to.include('<BlockPublicAcls>true</BlockPublicAcls>');
    }
  });

  it('cuts the connection in the middle of a body', async () => {
    const client = await start([{ class: 'connection-cut' }]);
    const call = new SageMakerClient(client).send(new DescribeModelCommand({ ModelName: 'one' }));
    expect((await failureOf(call)).message).to.match(/aborted|ECONNRESET|hang up/);
    expect(sandbox.calls.map(({ outcome }) => outcome)).to.deep.equal(['connection-cut']);
  });

  it('lets the SDK try again after a cut', async () => {
    const client = await start([{ class: 'connection-cut', nth: [1] }]);
    const patient = new SageMakerClient({ ...client, maxAttempts: 2 });
    const model = await patient.send(new DescribeModelCommand({ ModelName: 'one' }));
    expect(model.ModelName).to.equal('one');
    expect(sandbox.calls).to.have.length(2);
  });

  it('says which port is taken', async () => {
    await start();
    const port = Number(new URL(served.url).port);
    const failure: unknown = await serveSandbox(sandbox, { port }).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(UserError);
    expect(failure).to.have.property('message').that.includes(`cannot listen on port ${port}`);
  });
});
