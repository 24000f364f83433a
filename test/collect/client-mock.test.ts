import {
  GetOpenIDConnectProviderCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
} from '@aws-sdk/client-iam';
import {
  DescribeKeyCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
} from '@aws-sdk/client-kms';
import {
  GetBucketLocationCommand,
  ListBucketsCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { mockClient } from 'aws-sdk-client-mock';
import { expect } from 'chai';
import type { Collector } from '../../src/collect/collector.ts';
import { iamOidcProviderCollector } from '../../src/collect/iam/oidc-provider.ts';
import { kmsKeyCollector } from '../../src/collect/kms/key.ts';
import { s3AccountCollector } from '../../src/collect/s3/account.ts';
import { s3BucketCollector } from '../../src/collect/s3/bucket.ts';
import type { Transport } from '../../src/collect/call/transport.ts';
import { absent, present } from '../../src/model/observed.ts';
import { collectAll } from '../support/collect-all.ts';
import { awsOver } from '../support/sandbox-aws.ts';

/** The mock stands before the transport: a request that gets here escaped it. */
const noTransport: Transport = {
  handle: () => Promise.reject(new Error('a request reached the transport')),
};

function collect(collector: Collector) {
  return collectAll(collector, awsOver(noTransport, collector));
}

function exception(name: string): S3ServiceException {
  return new S3ServiceException({ name, $fault: 'client', $metadata: { httpStatusCode: 404 } });
}

function mocked<C extends Parameters<typeof mockClient>[0]>(client: C) {
  let mock: ReturnType<typeof mockClient> | undefined;
  before(() => {
    mock = mockClient(client);
  });
  after(() => mock?.restore());
  return () => {
    if (mock === undefined) throw new Error('the tests have not begun');
    return mock;
  };
}

describe('collectors over mocked SDK clients', () => {
  // Mocks change the client classes, so they are made when these tests run and not before.
  const iam = mocked(IAMClient);
  const s3 = mocked(S3Client);
  const s3control = mocked(S3ControlClient);
  const kms = mocked(KMSClient);

  it('read an OpenID Connect provider of IAM', async () => {
    const arn = 'arn:aws:iam::111122223333:oidc-provider/token.example.com';
    iam()
      .on(ListOpenIDConnectProvidersCommand, {})
      .resolves({ OpenIDConnectProviderList: [{ Arn: arn }] })
      .on(GetOpenIDConnectProviderCommand, { OpenIDConnectProviderArn: arn })
      .resolves({ Url: 'token.example.com', ClientIDList: [], ThumbprintList: ['ab'] });
    const { resources } = await collect(iamOidcProviderCollector);
    expect(resources).to.deep.equal([
      {
        kind: 'iam.oidc-provider',
        id: arn,
        name: 'token.example.com',
        account: '111122223333',
        region: 'global',
        url: present('token.example.com'),
        clientIds: present([]),
        thumbprints: present(['ab']),
        tags: present({}),
      },
    ]);
  });

  it('read an account of S3 Control without block public access', async () => {
    s3control()
      .on(GetPublicAccessBlockCommand, { AccountId: '111122223333' })
      .rejects(exception('NoSuchPublicAccessBlockConfiguration'));
    const { resources } = await collect(s3AccountCollector);
    expect(resources).to.have.lengthOf(1);
    expect(resources[0]).to.deep.include({ publicAccessBlock: absent });
  });

  it('read a bucket of S3 that is gone before its region is known', async () => {
    s3()
      .on(ListBucketsCommand, { MaxBuckets: 10_000 })
      .resolves({ Buckets: [{ Name: 'models' }] })
      .on(GetBucketLocationCommand, { Bucket: 'models', ExpectedBucketOwner: '111122223333' })
      .rejects(exception('NoSuchBucket'));
    const { resources, universes } = await collect(s3BucketCollector);
    const gone = { state: 'gone', call: 's3:GetBucketLocation', code: 'NoSuchBucket' };
    expect(resources).to.have.lengthOf(1);
    expect(resources[0]).to.deep.include({
      id: 'arn:aws:s3:::models',
      region: 'global',
      policy: gone,
      encryption: gone,
      createdAt: {
        state: 'error',
        call: 's3:ListBuckets',
        code: 'IncompleteReply',
        message: 'the reply has no CreationDate',
      },
    });
    expect(universes.map((one) => one.end)).to.deep.equal(['complete']);
  });

  it('read all pages of the keys of KMS, and what is denied as denied', async () => {
    const key = (id: string) => ({
      KeyId: id,
      KeyArn: `arn:aws:kms:eu-west-1:111122223333:key/${id}`,
    });
    kms()
      .on(ListAliasesCommand)
      .resolves({ Aliases: [], Truncated: false })
      .on(ListKeysCommand, { Limit: 1000 })
      .resolves({ Keys: [key('k-1')], Truncated: true, NextMarker: 'm' })
      .on(ListKeysCommand, { Limit: 1000, Marker: 'm' })
      .resolves({ Keys: [key('k-2')], Truncated: false })
      .on(DescribeKeyCommand)
      .rejects(exception('AccessDeniedException'));
    const { resources, universes } = await collect(kmsKeyCollector);
    const denied = { state: 'denied', call: 'kms:DescribeKey', code: 'AccessDeniedException' };
    expect(resources.map((one) => one.name)).to.deep.equal(['k-1', 'k-2']);
    for (const one of resources) {
      expect(one).to.deep.include({ manager: denied, policy: denied, aliases: present([]) });
    }
    expect(universes.map((one) => one.end)).to.deep.equal(['complete']);
  });
});
