import { expect } from 'chai';
import * as reply from '../../../src/collect/s3/bucket-reply.ts';

describe('replies about bucket settings', () => {
  it('name the key of the default encryption, or null for the AWS-managed one', () => {
    const read = (rule: Parameters<typeof reply.encryption>[0]) => reply.encryption(rule);
    const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'alias/models' } as const;
    expect(
      read({
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: byDefault, BucketKeyEnabled: true }],
        },
      }),
    ).to.deep.equal({ algorithm: 'aws:kms', key: 'alias/models', bucketKey: true });
    expect(
      read({
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
      }),
    ).to.deep.equal({ algorithm: 'AES256', key: null, bucketKey: false });
  });

  it('take MFA delete for off unless it is said', () => {
    expect(reply.versioning({ Status: 'Enabled' })).to.deep.equal({
      status: 'Enabled',
      mfaDelete: false,
    });
    expect(reply.versioning({ Status: 'Suspended', MFADelete: 'Enabled' })).to.deep.equal({
      status: 'Suspended',
      mfaDelete: true,
    });
  });

  it('name group grantees of an access list by their URI', () => {
    const URI = 'http://acs.amazonaws.com/groups/global/AllUsers';
    expect(
      reply.acl({
        Owner: { ID: 'abc' },
        Grants: [{ Grantee: { Type: 'Group', URI }, Permission: 'READ' }],
      }),
    ).to.deep.equal({
      owner: 'abc',
      grants: [{ grantee: URI, type: 'Group', permission: 'READ' }],
    });
  });

  it('collect all kinds of notification targets', () => {
    expect(
      reply.notifications({
        TopicConfigurations: [{ TopicArn: 'arn:topic', Events: [] }],
        QueueConfigurations: [{ QueueArn: 'arn:queue', Events: [] }],
        LambdaFunctionConfigurations: [{ LambdaFunctionArn: 'arn:function', Events: [] }],
        EventBridgeConfiguration: {},
      }),
    ).to.deep.equal(['arn:topic', 'arn:queue', 'arn:function', 'eventbridge']);
  });

  it('give lifecycle rules their prefix wherever it stands', () => {
    const rule = { Status: 'Enabled', Expiration: { Days: 30 } } as const;
    const read = reply.lifecycle({
      Rules: [
        { ...rule, ID: 'a', Filter: { Prefix: 'a/' } },
        { ...rule, ID: 'b', Filter: { And: { Prefix: 'b/', Tags: [] } } },
        { ...rule, ID: 'c', Prefix: 'c/' },
        { Status: 'Disabled', ID: 'd', NoncurrentVersionExpiration: { NoncurrentDays: 7 } },
      ],
    });
    const common = { enabled: true, expirationDays: 30, noncurrentExpirationDays: null };
    expect(read).to.deep.equal([
      { ...common, id: 'a', prefix: 'a/' },
      { ...common, id: 'b', prefix: 'b/' },
      { ...common, id: 'c', prefix: 'c/' },
      {
        id: 'd',
        enabled: false,
        prefix: '',
        expirationDays: null,
        noncurrentExpirationDays: 7,
      },
    ]);
  });

  it('name where objects are replicated to', () => {
    expect(
      reply.replication({
        ReplicationConfiguration: {
          Role: 'arn:role',
          Rules: [
            {
              ID: 'out',
              Status: 'Enabled',
              Destination: { Bucket: 'arn:aws:s3:::copy', Account: '444455556666' },
            },
          ],
        },
      }),
    ).to.deep.equal({
      role: 'arn:role',
      rules: [
        {
          id: 'out',
          enabled: true,
          destination: 'arn:aws:s3:::copy',
          account: '444455556666',
        },
      ],
    });
  });

  it('tell object lock with and without a default retention', () => {
    const ObjectLockEnabled = 'Enabled' as const;
    expect(
      reply.objectLock({
        ObjectLockConfiguration: {
          ObjectLockEnabled,
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 7 } },
        },
      }),
    ).to.deep.equal({ enabled: true, mode: 'COMPLIANCE', days: 7, years: null });
    expect(reply.objectLock({ ObjectLockConfiguration: { ObjectLockEnabled } })).to.deep.equal({
      enabled: true,
      mode: null,
      days: null,
      years: null,
    });
  });

  it('tell a website by its index document or its redirection', () => {
    expect(reply.website({ IndexDocument: { Suffix: 'index.html' } })).to.deep.equal({
      indexDocument: 'index.html',
      redirectTo: null,
    });
    expect(reply.website({ RedirectAllRequestsTo: { HostName: 'example.com' } })).to.deep.equal({
      indexDocument: null,
      redirectTo: 'example.com',
    });
  });
});
