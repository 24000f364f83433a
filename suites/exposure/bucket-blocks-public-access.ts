import { blockFlags, failOnAny, judge, onArtifactBucket, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'exposure/bucket-blocks-public-access',
  code: 'EXP-02',
  title: 'Artifact buckets block public access themselves',
  severity: 'high',
  why: 'With its own block an artifact bucket stays private even when the account-wide block is lifted for some other bucket.',
  fix: 'Set BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy and RestrictPublicBuckets with PutPublicAccessBlock for the bucket.',
  on: 's3.bucket',
  needs: ['publicAccessBlock'],
  check: (bucket, account) =>
    onArtifactBucket(account, bucket.name, () =>
      judge({ publicAccessBlock: bucket.publicAccessBlock }, ({ publicAccessBlock }) =>
        failOnAny(
          blockFlags
            .filter((flag) => publicAccessBlock?.[flag] !== true)
            .map((flag) => ({
              finding: flag,
              expected: `${flag} true`,
              got: publicAccessBlock === null ? 'no public access block' : 'false',
              field: 'publicAccessBlock',
            })),
        ),
      ),
    ),
});
