import {
  GetBucketAclCommand,
  GetBucketLocationCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  ListBucketsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect } from 'chai';
import { absentError, emptyWhenAbsent } from '../../../src/sandbox/s3/bucket-setting.ts';
import { accountId } from '../../support/build.ts';
import { completeAccount } from '../../support/complete-account.ts';
import { callOperation } from '../../support/every-operation.ts';
import { failureOf, sandboxAccount, sandboxBucket, serve } from '../../support/world.ts';

describe('bucket settings', () => {
  const account = completeAccount();
  for (const [operation, setting] of Object.entries(account.s3.buckets[0]?.settings ?? {})) {
    it(`arrive as the world holds them: ${operation}`, async () => {
      const { client } = serve([account]);
      expect(await callOperation(`s3:${operation}`, client)).to.deep.equal(setting);
    });
  }

  it('arrive as the world holds them: policy, tags, location', async () => {
    const policy = { Version: '2012-10-17', Statement: [{ Sid: 'a<b & "c" é', Effect: 'Deny' }] };
    const tags = { owner: 'R&D <ml> "é" \u0001' };
    const bucket = sandboxBucket('models', { policy, tags });
    const { client } = serve([sandboxAccount({ s3: { buckets: [bucket] } })]);
    const s3 = new S3Client(client);
    const input = { Bucket: 'models' };
    const reply = await s3.send(new GetBucketPolicyCommand(input));
    expect(reply.Policy).to.equal(JSON.stringify(policy));
    expect((await s3.send(new GetBucketTaggingCommand(input))).TagSet).to.deep.equal([
      { Key: 'owner', Value: 'R&D <ml> "é" \u0001' },
    ]);
    const location = await s3.send(new GetBucketLocationCommand(input));
    expect(location.LocationConstraint).to.equal('eu-west-1');
  });

  it('give the owner full control when no ACL is set', async () => {
    const { client } = serve([sandboxAccount({ s3: { buckets: [sandboxBucket('models')] } })]);
    const owner = { ID: accountId.padStart(64, '0') };
    expect(await callOperation('s3:GetBucketAcl', client)).to.deep.equal({
      Owner: owner,
      Grants: [{ Grantee: { Type: 'CanonicalUser', ...owner }, Permission: 'FULL_CONTROL' }],
    });
  });
});

describe('settings that a bucket does not have', () => {
  const { client } = serve([sandboxAccount({ s3: { buckets: [sandboxBucket('models')] } })]);

  for (const [operation, [code]] of Object.entries(absentError)) {
    it(`are the error ${code} of ${operation}`, async () => {
      const failure = await failureOf(callOperation(`s3:${operation}`, client));
      expect(failure).to.include({ code, status: 404 });
    });
  }

  for (const operation of emptyWhenAbsent) {
    it(`are an empty reply of ${operation}`, async () => {
      const output = await callOperation(`s3:${operation}`, client);
      expect(Object.values(output).filter((value) => typeof value === 'string')).to.deep.equal([]);
    });
  }
});

describe('a bucket', () => {
  const other = sandboxAccount({
    id: '444455556666',
    s3: { buckets: [sandboxBucket('theirs')] },
  });
  const own = sandboxAccount({
    s3: {
      buckets: [
        sandboxBucket('models'),
        sandboxBucket('dotted.name'),
        sandboxBucket('us', { region: 'us-east-1' }),
      ],
    },
  });
  const { client } = serve([own, other]);
  const s3 = new S3Client(client);
  const versioning = (Bucket: string, ExpectedBucketOwner?: string) =>
    s3.send(new GetBucketVersioningCommand({ Bucket, ExpectedBucketOwner }));

  it('in another region is a redirect that names the region', async () => {
    const error: unknown = await versioning('us').catch((thrown: unknown) => thrown);
    expect(error).to.include({ name: 'PermanentRedirect' });
    expect(error).to.have.nested.property('$response.headers.x-amz-bucket-region', 'us-east-1');
  });

  it('in another region is found by a client that follows redirects', async () => {
    const following = new S3Client({ ...client, followRegionRedirects: true });
    const acl = await following.send(new GetBucketAclCommand({ Bucket: 'us' }));
    expect(acl.Grants).to.have.length(1);
  });

  it('in us-east-1 has no location constraint, and tells so from any region', async () => {
    const location = await s3.send(new GetBucketLocationCommand({ Bucket: 'us' }));
    expect(location.LocationConstraint).to.equal(undefined);
  });

  it('of another account, or expected to be, is denied', async () => {
    expect(await failureOf(versioning('theirs'))).to.include({ code: 'AccessDenied', status: 403 });
    expect((await failureOf(versioning('models', '444455556666'))).code).to.equal('AccessDenied');
    expect(await versioning('models', accountId)).not.to.have.property('Status');
  });

  it('that does not exist is NoSuchBucket', async () => {
    expect(await failureOf(versioning('nowhere'))).to.include({
      code: 'NoSuchBucket',
      status: 404,
    });
  });

  it('is found by path, by virtual host, and with dots in its name', async () => {
    await versioning('dotted.name');
    const byPath = new S3Client({ ...client, forcePathStyle: true });
    await byPath.send(new GetBucketVersioningCommand({ Bucket: 'models' }));
    const local = new S3Client({ ...client, endpoint: 'http://127.0.0.1:9' });
    await local.send(new GetBucketVersioningCommand({ Bucket: 'models' }));
  });
});

describe('ListBuckets', () => {
  const buckets = ['a', 'b', 'c'].map((name) => sandboxBucket(name));
  const us = sandboxBucket('d', { region: 'us-east-1' });
  const account = sandboxAccount({ s3: { buckets: [...buckets, us] } });

  it('gives pages of MaxBuckets with the region of each bucket', async () => {
    const s3 = new S3Client(serve([account]).client);
    const first = await s3.send(new ListBucketsCommand({ MaxBuckets: 3 }));
    expect(first.Buckets?.map(({ Name }) => Name)).to.deep.equal(['a', 'b', 'c']);
    const next = new ListBucketsCommand({
      MaxBuckets: 3,
      ContinuationToken: first.ContinuationToken,
    });
    const second = await s3.send(next);
    expect(second.Buckets).to.deep.equal([
      { Name: 'd', CreationDate: new Date('2025-01-01T00:00:00Z'), BucketRegion: 'us-east-1' },
    ]);
    expect(second.ContinuationToken).to.equal(undefined);
  });

  it('gives the buckets of one region', async () => {
    const list = new ListBucketsCommand({ BucketRegion: 'us-east-1' });
    const reply = await new S3Client(serve([account]).client).send(list);
    expect(reply.Buckets?.map(({ Name }) => Name)).to.deep.equal(['d']);
  });
});
