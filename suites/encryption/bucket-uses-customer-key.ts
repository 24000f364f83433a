import { fail, judge, judgeCustomerKey, onArtifactBucket, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'encryption/bucket-uses-customer-key',
  code: 'ENC-14',
  title: 'Artifact buckets encrypt with a customer-managed key by default',
  severity: 'medium',
  why: 'With a key of your own, reading an artifact takes the bucket and the key, so one mistake in a bucket policy does not give it away. SSE-S3 and the AWS managed key add no such gate.',
  fix: 'Set the default encryption rule with PutBucketEncryption to SSEAlgorithm aws:kms (or aws:kms:dsse) and KMSMasterKeyID to a customer-managed key; a bucket key is fine.',
  on: 's3.bucket',
  needs: ['encryption'],
  uses: ['kms.key'],
  check: (bucket, account) =>
    onArtifactBucket(account, bucket.name, () =>
      judge({ encryption: bucket.encryption }, ({ encryption }) => {
        if (encryption !== null && ['aws:kms', 'aws:kms:dsse'].includes(encryption.algorithm)) {
          if (encryption.key !== null) {
            return judgeCustomerKey(account, {
              reference: encryption.key,
              region: bucket.region,
              field: 'encryption.key',
            });
          }
          return fail({
            finding: 'aws-managed-key',
            expected: 'KMSMasterKeyID of a customer-managed key',
            got: 'none, which means the AWS managed key aws/s3',
            field: 'encryption.key',
          });
        }
        return fail({
          finding: 'no-kms',
          expected: 'SSEAlgorithm aws:kms or aws:kms:dsse',
          got: encryption?.algorithm ?? 'no default encryption rule',
          field: 'encryption.algorithm',
        });
      }),
    ),
});
