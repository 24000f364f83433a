import {
  CreateBucketCommand,
  PutBucketAclCommand,
  PutBucketEncryptionCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import {
  PutPublicAccessBlockCommand as PutAccountBlockCommand,
  type S3ControlClient,
} from '@aws-sdk/client-s3-control';
import type { MotoKeys } from './moto-kms.ts';

const allFour = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

/** Everything of `models` is right; of `open` everything is wrong; the others are in between. */
export async function fillS3(s3: S3Client, keys: MotoKeys): Promise<void> {
  await s3.send(new CreateBucketCommand({ Bucket: 'models', ObjectLockEnabledForBucket: true }));
  await makeRight(s3, 'models', keys.right);
  for (const Bucket of ['open', 'plain', 'partly'])
    await s3.send(new CreateBucketCommand({ Bucket }));
  await makePublic(s3, 'open');
  await encrypt(s3, 'partly', 'alias/aws/s3');
  await versioning(s3, 'partly', 'Suspended');
  await s3.send(
    new PutPublicAccessBlockCommand({
      Bucket: 'partly',
      PublicAccessBlockConfiguration: { ...allFour, RestrictPublicBuckets: false },
    }),
  );
  await s3.send(
    new CreateBucketCommand({
      Bucket: 'abroad',
      CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
    }),
  );
  for (const [Bucket, key] of [
    ['under-aws-key', keys.awsManaged],
    ['under-unknown-key', `${keys.right.slice(0, -1)}x`],
  ] as const) {
    await s3.send(new CreateBucketCommand({ Bucket }));
    await encrypt(s3, Bucket, key);
  }
}

/** By its policy and by its ACL. */
export async function makePublic(s3: S3Client, Bucket: string): Promise<void> {
  await s3.send(new PutBucketAclCommand({ Bucket, ACL: 'public-read' }));
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  await policy(s3, Bucket, [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource }]);
}

async function makeRight(s3: S3Client, Bucket: string, key: string): Promise<void> {
  await encrypt(s3, Bucket, key);
  await versioning(s3, Bucket, 'Enabled');
  await s3.send(
    new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: allFour }),
  );
  await s3.send(
    new PutBucketOwnershipControlsCommand({
      Bucket,
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    }),
  );
  await s3.send(
    new PutObjectLockConfigurationCommand({
      Bucket,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 90 } },
      },
    }),
  );
  await policy(s3, Bucket, [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
  ]);
}

async function encrypt(s3: S3Client, Bucket: string, KMSMasterKeyID: string): Promise<void> {
  const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } as const;
  await s3.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [{ ApplyServerSideEncryptionByDefault: byDefault }],
      },
    }),
  );
}

async function versioning(
  s3: S3Client,
  Bucket: string,
  Status: 'Enabled' | 'Suspended',
): Promise<void> {
  await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status } }));
}

async function policy(s3: S3Client, Bucket: string, Statement: object[]): Promise<void> {
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement });
  await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
}

export async function blockAccount(s3control: S3ControlClient, AccountId: string): Promise<void> {
  const PublicAccessBlockConfiguration = allFour;
  await s3control.send(new PutAccountBlockCommand({ AccountId, PublicAccessBlockConfiguration }));
}
