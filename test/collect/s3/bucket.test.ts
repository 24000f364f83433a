import { expect } from 'chai';
import { s3BucketCollector } from '../../../src/collect/s3/bucket.ts';
import { absent, present } from '../../../src/model/observed.ts';
import { kindFields } from '../../../src/model/resource.ts';
import { bareBucket } from '../../support/bucket-answers.ts';
import {
  awsError,
  collectFrom,
  collected,
  fakeAws,
  type Answers,
  type FakeCall,
} from '../../support/fake-aws.ts';

const createdAt = present('2026-01-02T03:04:05.000Z');

function collect(answers: Answers = {}) {
  return collectFrom(s3BucketCollector, { ...bareBucket, ...answers });
}

/** A list that does not tell the region, as older endpoints give it. */
const withoutRegion: Answers = {
  's3:ListBuckets': {
    Buckets: [{ Name: 'models', CreationDate: new Date('2026-01-02T03:04:05Z') }],
  },
};

describe('s3BucketCollector', () => {
  it('reads a bare bucket as one without settings, each by its own "no such" code', async () => {
    const { one, universes } = await collect();
    const settings = Object.keys(kindFields['s3.bucket']).map((name) => [name, absent]);
    expect(one('s3.bucket')).to.deep.equal({
      kind: 's3.bucket',
      id: 'arn:aws:s3:::models',
      name: 'models',
      account: '111122223333',
      region: 'eu-north-1',
      ...Object.fromEntries(settings),
      createdAt,
      acl: present({
        owner: 'abc',
        grants: [{ grantee: 'abc', type: 'CanonicalUser', permission: 'FULL_CONTROL' }],
      }),
    });
    expect(universes).to.deep.equal([{ kind: 's3.bucket', region: 'global', end: 'complete' }]);
  });

  it('asks in the bucket’s region and names the expected owner every time', async () => {
    const calls: FakeCall[] = [];
    await collected(s3BucketCollector, fakeAws(bareBucket, calls, 'us-east-1'), calls);
    const [list, ...settings] = calls;
    expect(list).to.deep.equal({
      operation: 's3:ListBuckets',
      region: 'us-east-1',
      input: { MaxBuckets: 10_000 },
    });
    expect(settings).to.have.lengthOf(17);
    for (const { region, input, operation } of settings) {
      expect({ region, input }, operation).to.deep.equal({
        region: 'eu-north-1',
        input: { Bucket: 'models', ExpectedBucketOwner: '111122223333' },
      });
    }
  });

  it('reads NoSuchBucket as gone, which is not the same as no policy', async () => {
    const { one } = await collect({
      's3:GetBucketPolicy': awsError('NoSuchBucket'),
      's3:GetBucketEncryption': awsError('NoSuchBucket'),
    });
    const gone = (call: string) => ({ state: 'gone', call, code: 'NoSuchBucket' });
    expect(one('s3.bucket')).to.deep.include({
      policy: gone('s3:GetBucketPolicy'),
      encryption: gone('s3:GetBucketEncryption'),
      policyStatus: absent,
    });
  });

  it('says which layer denied a setting', async () => {
    const { one } = await collect({
      's3:GetBucketPolicy': awsError(
        'AccessDenied',
        'with an explicit deny in a resource-based policy',
      ),
    });
    expect(one('s3.bucket').policy).to.deep.equal({
      state: 'denied',
      call: 's3:GetBucketPolicy',
      code: 'AccessDenied',
      why: 'resource-policy',
    });
  });

  it('does not ask for access lists that ownership switched off', async () => {
    const { one } = await collect({
      's3:GetBucketOwnershipControls': {
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      },
      's3:GetBucketAcl': awsError('the ACL was asked for'),
    });
    expect(one('s3.bucket')).to.deep.include({
      ownership: present('BucketOwnerEnforced'),
      acl: { state: 'unsupported', call: 's3:GetBucketAcl', code: 'BucketOwnerEnforced' },
    });
  });

  it('asks for access lists when ownership could not be read', async () => {
    const { one } = await collect({ 's3:GetBucketOwnershipControls': awsError('AccessDenied') });
    expect(one('s3.bucket').acl).to.deep.include({ state: 'present' });
  });

  for (const [field, answer] of Object.entries({
    policyStatus: { 's3:GetBucketPolicyStatus': { PolicyStatus: {} } },
    policy: { 's3:GetBucketPolicy': {} },
    encryption: { 's3:GetBucketEncryption': { ServerSideEncryptionConfiguration: { Rules: [] } } },
    publicAccessBlock: {
      's3:GetPublicAccessBlock': { PublicAccessBlockConfiguration: { BlockPublicAcls: true } },
    },
    ownership: { 's3:GetBucketOwnershipControls': {} },
    acl: { 's3:GetBucketAcl': { Owner: { ID: 'abc' } } },
    tags: { 's3:GetBucketTagging': { TagSet: undefined } },
    logging: {
      's3:GetBucketLogging': {
        LoggingEnabled: { TargetBucket: undefined, TargetPrefix: undefined },
      },
    },
    lifecycle: { 's3:GetBucketLifecycleConfiguration': {} },
    replication: { 's3:GetBucketReplication': {} },
    objectLock: { 's3:GetObjectLockConfiguration': { ObjectLockConfiguration: {} } },
    website: { 's3:GetBucketWebsite': {} },
    cors: { 's3:GetBucketCors': {} },
  } satisfies Record<string, Answers>)) {
    it(`makes an error of an incomplete reply about ${field}`, async () => {
      const { one } = await collect(answer);
      const [call] = Object.keys(answer);
      const state = Object.entries(one('s3.bucket')).find(([name]) => name === field)?.[1];
      expect(state).to.deep.include({ state: 'error', call, code: 'IncompleteReply' });
    });
  }
});

describe('the region of a bucket', () => {
  for (const [constraint, region] of [
    [undefined, 'us-east-1'],
    ['EU', 'eu-west-1'],
    ['ap-south-2', 'ap-south-2'],
  ] as const) {
    it(`is ${region} for the location constraint ${constraint ?? 'null'}`, async () => {
      const { one } = await collect({
        ...withoutRegion,
        's3:GetBucketLocation': { LocationConstraint: constraint },
      });
      expect(one('s3.bucket').region).to.equal(region);
    });
  }

  it('makes everything unread when it cannot be told, but the date of the list', async () => {
    const { one } = await collect({
      ...withoutRegion,
      's3:GetBucketLocation': awsError('AccessDenied'),
    });
    const denied = { state: 'denied', call: 's3:GetBucketLocation', code: 'AccessDenied' };
    const fields = Object.keys(kindFields['s3.bucket']).map((name) => [name, denied]);
    expect(one('s3.bucket')).to.deep.equal({
      kind: 's3.bucket',
      id: 'arn:aws:s3:::models',
      name: 'models',
      account: '111122223333',
      region: 'global',
      ...Object.fromEntries(fields),
      createdAt,
    });
  });
});

describe('the list of buckets', () => {
  const first = { ...bareBucket['s3:ListBuckets'], ContinuationToken: 'more' };

  it('is denied when its second page is, and keeps the first', async () => {
    const { of, universes } = await collect({
      's3:ListBuckets': ({ ContinuationToken: token }) =>
        token === undefined ? first : awsError('AccessDenied'),
    });
    expect(of('s3.bucket').map((one) => one.name)).to.deep.equal(['models']);
    const problem = { state: 'denied', call: 's3:ListBuckets', code: 'AccessDenied' };
    expect(universes).to.deep.equal([
      { kind: 's3.bucket', region: 'global', end: 'denied', problem },
    ]);
  });

  it('is truncated when a token comes back', async () => {
    const { universes } = await collect({ 's3:ListBuckets': first });
    expect(universes.map((one) => one.end)).to.deep.equal(['truncated']);
  });

  it('is an error without its member Buckets', async () => {
    const { universes } = await collect({ 's3:ListBuckets': {} });
    expect(universes.map((one) => one.end)).to.deep.equal(['error']);
  });
});
