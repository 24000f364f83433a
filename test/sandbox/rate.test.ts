import { S3Client, GetBucketAclCommand, GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import {
  ListModelsCommand,
  ListTrainingJobsCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { expect } from 'chai';
import { servedOperations } from '../../src/sandbox/operations.ts';
import { awsRates, rateOf } from '../../src/sandbox/rate.ts';
import { failureOf, sandboxAccount, sandboxBucket, serve } from '../support/world.ts';

function limited() {
  let now = 1_000_000;
  const account = sandboxAccount({ s3: { buckets: [sandboxBucket('a'), sandboxBucket('b')] } });
  const { client, sandbox } = serve([account], { rates: 'aws', clock: () => now });
  return { client, sandbox, advance: (milliseconds: number) => (now += milliseconds) };
}

async function countAdmitted(times: number, call: () => Promise<unknown>): Promise<number> {
  let admitted = 0;
  for (let i = 0; i < times; i += 1) {
    admitted += await call().then(
      () => 1,
      () => 0,
    );
  }
  return admitted;
}

describe('the rates of the sandbox', () => {
  it('bear two ListTrainingJobs a second, and refill with time', async () => {
    const { client, advance } = limited();
    const sagemaker = new SageMakerClient(client);
    const list = () => sagemaker.send(new ListTrainingJobsCommand({}));
    expect(await countAdmitted(5, list)).to.equal(2);
    expect((await failureOf(list())).code).to.equal('ThrottlingException');
    advance(500);
    expect(await countAdmitted(5, list)).to.equal(1);
    advance(60_000);
    expect(await countAdmitted(5, list)).to.equal(2);
  });

  it('count each SageMaker operation by itself', async () => {
    const { client } = limited();
    const sagemaker = new SageMakerClient(client);
    await countAdmitted(5, () => sagemaker.send(new ListTrainingJobsCommand({})));
    expect(await countAdmitted(12, () => sagemaker.send(new ListModelsCommand({})))).to.equal(10);
  });

  it('count all configuration reads of S3 together, and answer SlowDown', async () => {
    const { client } = limited();
    const s3 = new S3Client(client);
    const acl = () => s3.send(new GetBucketAclCommand({ Bucket: 'a' }));
    const versioning = () => s3.send(new GetBucketVersioningCommand({ Bucket: 'b' }));
    expect(await countAdmitted(60, acl)).to.equal(60);
    expect(await countAdmitted(60, versioning)).to.equal(40);
    expect(await failureOf(acl())).to.include({ code: 'SlowDown', status: 503 });
  });

  it('govern every operation that is served', () => {
    expect(servedOperations.filter((operation) => rateOf(operation) === undefined)).to.deep.equal(
      [],
    );
    expect(rateOf('sagemaker:ListTrainingJobs')).to.equal(awsRates[0]);
  });
});
