import {
  GetAccessPointCommand,
  GetAccessPointPolicyCommand,
  GetPublicAccessBlockCommand,
  ListAccessPointsCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';
import { expect } from 'chai';
import { accountId, region } from '../../support/build.ts';
import { failureOf, sandboxAccount, serve } from '../../support/world.ts';

const point = (name: string, inRegion = region) => ({
  name,
  region: inRegion,
  detail: {
    Name: name,
    Bucket: 'models',
    NetworkOrigin: 'VPC',
    VpcConfiguration: { VpcId: 'vpc-1' },
    AccessPointArn: `arn:aws:s3:${inRegion}:${accountId}:accesspoint/${name}`,
    CreationDate: '2025-01-01T00:00:00Z',
    Endpoints: { ipv4: 's3.example' },
  },
});
const account = sandboxAccount({
  s3: { accessPoints: [point('one'), point('two'), point('far', 'us-east-1')] },
});
const input = { AccountId: accountId };

describe('access points', () => {
  const control = new S3ControlClient(serve([account]).client);

  it('are listed for their region, in pages', async () => {
    const first = await control.send(new ListAccessPointsCommand({ ...input, MaxResults: 1 }));
    expect(first.AccessPointList).to.deep.equal([
      {
        Name: 'one',
        NetworkOrigin: 'VPC',
        VpcConfiguration: { VpcId: 'vpc-1' },
        Bucket: 'models',
        AccessPointArn: `arn:aws:s3:${region}:${accountId}:accesspoint/one`,
      },
    ]);
    const next = { ...input, MaxResults: 1, NextToken: first.NextToken };
    const second = await control.send(new ListAccessPointsCommand(next));
    expect(second.AccessPointList?.map(({ Name }) => Name)).to.deep.equal(['two']);
    expect(second.NextToken).to.equal(undefined);
  });

  it('arrive as the world holds them', async () => {
    const reply = await control.send(new GetAccessPointCommand({ ...input, Name: 'one' }));
    expect(reply).to.deep.include({
      ...point('one').detail,
      CreationDate: new Date('2025-01-01T00:00:00Z'),
    });
  });

  it('may have no policy, or not exist', async () => {
    const none = control.send(new GetAccessPointPolicyCommand({ ...input, Name: 'one' }));
    expect(await failureOf(none)).to.include({ code: 'NoSuchAccessPointPolicy', status: 404 });
    const gone = control.send(new GetAccessPointCommand({ ...input, Name: 'three' }));
    expect(await failureOf(gone)).to.include({ code: 'NoSuchAccessPoint', status: 404 });
  });
});

describe('block public access of the account', () => {
  it('may not be set', async () => {
    const control = new S3ControlClient(serve([account]).client);
    const failure = await failureOf(control.send(new GetPublicAccessBlockCommand(input)));
    expect(failure).to.include({ code: 'NoSuchPublicAccessBlockConfiguration', status: 404 });
  });

  it('is denied for another account', async () => {
    const control = new S3ControlClient(serve([account]).client);
    const call = control.send(new GetPublicAccessBlockCommand({ AccountId: '444455556666' }));
    expect((await failureOf(call)).code).to.equal('AccessDenied');
  });
});
