import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetKeyPolicyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetBucketPolicyCommand, GetBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import {
  DescribeModelCommand,
  ListModelsCommand,
  SageMakerClient,
} from '@aws-sdk/client-sagemaker';
import { expect } from 'chai';
import type { DenialLayer } from '../../src/model/observed.ts';
import { UserError } from '../../src/model/user-error.ts';
import { faultApplies } from '../../src/sandbox/apply-fault.ts';
import type { Fault } from '../../src/sandbox/fault.ts';
import { accountId } from '../support/build.ts';
import {
  failureOf,
  sandboxAccount,
  sandboxBucket,
  sandboxKey,
  sandboxObject,
  serve,
} from '../support/world.ts';

const account = sandboxAccount({
  keys: [sandboxKey('k-1')],
  s3: { buckets: [sandboxBucket('models'), sandboxBucket('data')] },
  objects: { Model: [sandboxObject('Model', 'fraud'), sandboxObject('Model', 'churn')] },
});

function serveFaults(...faults: readonly Fault[]) {
  const { client, sandbox } = serve([account], { faults });
  const sagemaker = new SageMakerClient(client);
  return {
    sandbox,
    client,
    describe: (name: string) => sagemaker.send(new DescribeModelCommand({ ModelName: name })),
    list: (token?: string) =>
      sagemaker.send(new ListModelsCommand({ MaxResults: 1, NextToken: token })),
  };
}

describe('a fault', () => {
  it('strikes only calls of its operation', async () => {
    const { describe: call, list } = serveFaults({
      class: 'throttle',
      operation: 'sagemaker:DescribeModel',
    });
    expect((await failureOf(call('fraud'))).code).to.equal('ThrottlingException');
    expect((await list()).Models).to.have.length(1);
  });

  it('strikes only calls about its resource, named by name or ARN', async () => {
    const arn = `arn:aws:sagemaker:eu-west-1:${accountId}:model/fraud`;
    for (const resource of ['fraud', arn]) {
      const { describe: call } = serveFaults({ class: 'server-error', resource });
      expect((await failureOf(call('fraud'))).code).to.equal('InternalFailure');
      expect((await call('churn')).ModelName).to.equal('churn');
    }
  });

  it('strikes only calls in its region', async () => {
    const { describe: call } = serveFaults({ class: 'server-error', region: 'us-east-1' });
    expect((await call('fraud')).ModelName).to.equal('fraud');
  });

  it('strikes only the calls it counts, from 1', async () => {
    const { describe: call, sandbox } = serveFaults({ class: 'throttle', nth: [2] });
    await call('fraud');
    await failureOf(call('fraud'));
    await call('fraud');
    expect(sandbox.calls.map(({ outcome }) => outcome)).to.deep.equal([
      'ok',
      'ThrottlingException',
      'ok',
    ]);
  });

  it('makes a listed resource not found, in the words of its operation', async () => {
    const { describe: call, client } = serveFaults({ class: 'gone' });
    expect(await failureOf(call('fraud'))).to.include({
      code: 'ValidationException',
      message: 'Could not find model "fraud".',
    });
    const policy = new S3Client(client).send(new GetBucketPolicyCommand({ Bucket: 'models' }));
    expect(await failureOf(policy)).to.include({ code: 'NoSuchBucket', status: 404 });
    const key = new GetKeyPolicyCommand({ KeyId: 'k-1', PolicyName: 'default' });
    const read = new KMSClient(client).send(key);
    expect(await failureOf(read)).to.include({ code: 'NotFoundException', status: 400 });
  });

  it('cuts the connection in the middle of the body', async () => {
    const { describe: call } = serveFaults({ class: 'connection-cut' });
    expect((await failureOf(call('fraud'))).message).to.include('ECONNRESET');
  });

  it('ends the body early, so that JSON and XML cannot be parsed', async () => {
    const { describe: call, client } = serveFaults({ class: 'truncated-body' });
    expect((await failureOf(call('fraud'))).name).to.equal('SyntaxError');
    const versioning = new GetBucketVersioningCommand({ Bucket: 'models' });
    const read = failureOf(new S3Client(client).send(versioning));
    expect((await read).message).to.match(/parse|unclosed|expected/i);
  });

  it('gives back the token that a page was asked with', async () => {
    const { list } = serveFaults({ class: 'repeated-token' });
    const first = await list();
    expect((await list(first.NextToken)).NextToken).to.equal(first.NextToken);
  });

  it('repeats a token even where the list has one page', async () => {
    const { client } = serveFaults({ class: 'repeated-token' });
    const iam = new IAMClient(client);
    const page = await iam.send(new GetAccountAuthorizationDetailsCommand({}));
    expect(page.IsTruncated).to.equal(true);
  });

  it('leaves the second page whole when it strikes the first only', async () => {
    const { list } = serveFaults({ class: 'throttle', nth: [1] });
    await failureOf(list());
    expect((await list()).Models?.map((model) => model.ModelName)).to.deep.equal(['fraud']);
  });

  it('is refused when it can never strike', () => {
    const idle: readonly Fault[] = [
      { class: 'throttle', operation: 'sagemaker:DescribeModell' },
      { class: 'gone', operation: 'sagemaker:ListModels' },
      { class: 'repeated-token', operation: 'sagemaker:DescribeModel' },
      { class: 'throttle', operation: 'toString:constructor' },
    ];
    for (const fault of idle) expect(() => serveFaults(fault)).to.throw(UserError);
    expect(faultApplies('gone', 'sagemaker:DescribeModel')).to.equal(true);
    expect(faultApplies('gone', 'sagemaker:ListModels')).to.equal(false);
  });
});

const reasons: { readonly [L in DenialLayer]: string } = {
  'identity-policy': 'because no identity-based policy allows the sagemaker:DescribeModel action',
  'permissions-boundary':
    'because no permissions boundary allows the sagemaker:DescribeModel action',
  'session-policy': 'because no session policy allows the sagemaker:DescribeModel action',
  'service-control-policy': 'with an explicit deny in a service control policy',
  'resource-control-policy': 'with an explicit deny in a resource control policy',
  'resource-policy': 'with an explicit deny in a resource-based policy',
  'vpc-endpoint-policy': 'because no VPC endpoint policy allows the sagemaker:DescribeModel action',
};

describe('access denied', () => {
  for (const [layer, reason] of Object.entries(reasons)) {
    it(`names the ${layer} in AWS's words`, async () => {
      const { describe: call } = serveFaults({
        class: 'access-denied',
        layer: layer as DenialLayer,
      });
      expect((await failureOf(call('fraud'))).message).to.equal(
        `User: arn:aws:iam::${accountId}:user/sandbox is not authorized to perform: ` +
          `sagemaker:DescribeModel on resource: fraud ${reason}`,
      );
    });
  }

  it('names no layer when none is given', async () => {
    const { describe: call } = serveFaults({ class: 'access-denied' });
    expect((await failureOf(call('fraud'))).message).to.match(/on resource: fraud$/);
  });
});
