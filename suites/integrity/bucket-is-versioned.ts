import { fail, judge, onArtifactBucket, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'integrity/bucket-is-versioned',
  code: 'INT-03',
  title: 'Artifact buckets are versioned',
  severity: 'high',
  why: 'Without versions an overwritten or deleted data set or model is gone, and nobody can tell what an earlier training run read.',
  fix: 'Set Status Enabled with PutBucketVersioning, and bound the cost with a lifecycle rule for noncurrent versions.',
  on: 's3.bucket',
  needs: ['versioning'],
  check: (bucket, account) =>
    onArtifactBucket(account, bucket.name, () =>
      judge({ versioning: bucket.versioning }, ({ versioning }) => {
        if (versioning?.status === 'Enabled') return pass();
        return fail({
          finding: 'not-versioned',
          expected: 'versioning Enabled',
          got: versioning?.status ?? 'never enabled',
          field: 'versioning.status',
        });
      }),
    ),
});
