import { fail, judge, onArtifactBucket, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'exposure/bucket-acls-are-off',
  code: 'EXP-04',
  title: 'Artifact buckets have their ACLs switched off',
  severity: 'medium',
  why: 'With ACLs on, whoever may write an object can make it public or keep it as his own, past every bucket policy.',
  fix: 'Set ObjectOwnership to BucketOwnerEnforced with PutBucketOwnershipControls, after moving what ACLs grant into the bucket policy.',
  on: 's3.bucket',
  needs: ['ownership'],
  check: (bucket, account) =>
    onArtifactBucket(account, bucket.name, () =>
      judge({ ownership: bucket.ownership }, ({ ownership }) => {
        if (ownership === 'BucketOwnerEnforced') return pass();
        return fail({
          finding: 'acls-on',
          expected: 'ObjectOwnership BucketOwnerEnforced',
          got: ownership ?? 'not set, which means ObjectWriter',
          field: 'ownership',
        });
      }),
    ),
});
