import { expect } from 'chai';
import { accountIn } from '../../support/account-text.ts';

function bucketIn(members: string) {
  const text = `kms: { us-east-1: { models: { id: 0a1b2c3d-1111-4222-8333-444455556666 } } }\ns3: { buckets: { one: { created: 2026-01-01, ${members} } } }`;
  const [bucket] = accountIn(text).s3.buckets;
  if (bucket === undefined) throw new Error('no bucket');
  return bucket;
}

function settingIn(members: string, operation: string): unknown {
  return bucketIn(members).settings[operation];
}

function encryption(rule: object): unknown {
  return { ServerSideEncryptionConfiguration: { Rules: [rule] } };
}

describe('A bucket', () => {
  it('is by default what a bucket made today is', () => {
    const bucket = bucketIn('');
    const { GetBucketAcl: acl, ...settings } = bucket.settings;
    expect({ ...bucket, settings }).to.deep.equal({
      name: 'one',
      region: 'us-east-1',
      createdAt: '2026-01-01T00:00:00Z',
      tags: {},
      settings: {
        GetBucketEncryption: encryption({
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' },
          BucketKeyEnabled: false,
        }),
        GetPublicAccessBlock: {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            IgnorePublicAcls: true,
            BlockPublicPolicy: true,
            RestrictPublicBuckets: true,
          },
        },
        GetBucketOwnershipControls: {
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        },
      },
    });
    expect(acl).to.have.nested.property('Grants.length', 1);
    expect(acl).to.have.nested.property('Grants[0].Permission', 'FULL_CONTROL');
  });

  it('lacks what is said to be unset', () => {
    const { settings } = bucketIn('encryption: none, public: unset, ownership: unset');
    expect(Object.keys(settings)).to.deep.equal(['GetBucketAcl']);
  });

  it('has a key by name, alias, ARN or AWS’s own', () => {
    const keyOf = (text: string) => settingIn(`encryption: ${text}`, 'GetBucketEncryption');
    const rule = (key: string | undefined, bucketKey = true, algorithm = 'aws:kms') =>
      encryption({
        ApplyServerSideEncryptionByDefault: {
          SSEAlgorithm: algorithm,
          ...(key === undefined ? {} : { KMSMasterKeyID: key }),
        },
        BucketKeyEnabled: bucketKey,
      });
    const id = '0a1b2c3d-1111-4222-8333-444455556666';
    const arn = `arn:aws:kms:us-east-1:111122223333:key/${id}`;
    expect(keyOf('models')).to.deep.equal(rule(arn));
    expect(keyOf('alias/models')).to.deep.equal(rule('alias/models'));
    expect(keyOf(id)).to.deep.equal(rule(id));
    expect(keyOf("'aws:kms'")).to.deep.equal(rule(undefined));
    expect(keyOf('alias/aws/s3')).to.deep.equal(rule('alias/aws/s3'));
    expect(keyOf("{ algorithm: 'aws:kms:dsse', key: models }")).to.deep.equal(
      rule(arn, false, 'aws:kms:dsse'),
    );
  });

  it('has flags of block public access one by one', () => {
    expect(settingIn('public: { BlockPublicAcls: true }', 'GetPublicAccessBlock')).to.deep.equal({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: false,
        BlockPublicPolicy: false,
        RestrictPublicBuckets: false,
      },
    });
  });

  it('has versioning as a word or in full', () => {
    expect(settingIn('versioning: Enabled', 'GetBucketVersioning')).to.deep.equal({
      Status: 'Enabled',
    });
    expect(
      settingIn('versioning: { status: Suspended, mfaDelete: true }', 'GetBucketVersioning'),
    ).to.deep.equal({ Status: 'Suspended', MFADelete: 'Enabled' });
  });

  it('has object lock with and without a default retention', () => {
    const lock = (text: string) => settingIn(`objectLock: ${text}`, 'GetObjectLockConfiguration');
    expect(lock('{}')).to.deep.equal({ ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } });
    expect(lock('{ mode: COMPLIANCE, years: 2 }')).to.deep.equal({
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 2 } },
      },
    });
  });

  it('logs to a bucket and prefix', () => {
    expect(settingIn('logging: logs/one/two/', 'GetBucketLogging')).to.deep.equal({
      LoggingEnabled: { TargetBucket: 'logs', TargetPrefix: 'one/two/' },
    });
  });

  it('has a canned ACL or grants', () => {
    const grants = (text: string) => settingIn(`acl: ${text}`, 'GetBucketAcl');
    expect(grants('public-read')).to.have.deep.nested.property('Grants[1]', {
      Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AllUsers' },
      Permission: 'READ',
    });
    expect(grants('[{ Permission: WRITE }]')).to.have.deep.nested.property('Grants[1]', {
      Permission: 'WRITE',
    });
  });

  it('takes replies as they are', () => {
    const { settings } = bucketIn(
      'acceleration: Enabled, abac: Disabled, settings: { GetBucketWebsite: { IndexDocument: { Suffix: a } }, GetBucketAcl: { Grants: [] } }',
    );
    expect(settings['GetBucketAccelerateConfiguration']).to.deep.equal({ Status: 'Enabled' });
    expect(settings['GetBucketAbac']).to.deep.equal({ AbacStatus: { Status: 'Disabled' } });
    expect(settings['GetBucketWebsite']).to.deep.equal({ IndexDocument: { Suffix: 'a' } });
    expect(settings['GetBucketAcl']).to.deep.equal({ Grants: [] });
  });

  it('refuses plain HTTP beside its own statements, and knows whether it is public', () => {
    const bucket = bucketIn(
      "tlsOnly: true, policy: [{ Effect: Allow, Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::one/*' }]",
    );
    expect(bucket.policy).to.deep.equal({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::one/*' },
        {
          Sid: 'DenyInsecureTransport',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::one', 'arn:aws:s3:::one/*'],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
    expect(bucket.settings['GetBucketPolicyStatus']).to.deep.equal({
      PolicyStatus: { IsPublic: true },
    });
    expect(bucketIn('tlsOnly: true').settings['GetBucketPolicyStatus']).to.deep.equal({
      PolicyStatus: { IsPublic: false },
    });
  });
});

describe('An access point', () => {
  it('stands in its bucket’s region, in a VPC or on the internet', () => {
    const { accessPoints } = accountIn(`
regions: [us-east-1, eu-west-1]
s3:
  buckets: { one: { region: eu-west-1 } }
  accessPoints:
    inside: { bucket: one, created: 2026-01-01, vpc: vpc-1, policy: [{ Effect: Allow, Principal: '*', Action: 's3:*', Resource: '*' }] }
    outside: { bucket: one, created: 2026-01-01, public: open }`).s3;
    const [inside, outside] = accessPoints;
    expect({ ...inside, detail: { ...inside?.detail, Alias: '' } }).to.deep.equal({
      name: 'inside',
      region: 'eu-west-1',
      detail: {
        Name: 'inside',
        Bucket: 'one',
        NetworkOrigin: 'VPC',
        VpcConfiguration: { VpcId: 'vpc-1' },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          IgnorePublicAcls: true,
          BlockPublicPolicy: true,
          RestrictPublicBuckets: true,
        },
        CreationDate: '2026-01-01T00:00:00Z',
        Alias: '',
        AccessPointArn: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/inside',
        BucketAccountId: '111122223333',
      },
      policy: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }],
      },
      policyStatus: { PolicyStatus: { IsPublic: true } },
    });
    expect(outside).to.not.have.property('policy');
    expect(outside?.detail['NetworkOrigin']).to.equal('Internet');
    expect(outside).to.have.nested.property(
      'detail.PublicAccessBlockConfiguration.BlockPublicAcls',
      false,
    );
  });
});
