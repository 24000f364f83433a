import { fail, judge, onRetainedBucket, pass, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'integrity/bucket-has-object-lock',
  code: 'INT-05',
  title: 'Training data and evaluation reports are locked against deletion',
  severity: 'medium',
  why: 'A locked version cannot be deleted or overwritten, so what a model was trained on and judged by can still be shown when it is asked for.',
  fix: 'Call PutObjectLockConfiguration with ObjectLockEnabled and Rule.DefaultRetention (Mode GOVERNANCE or COMPLIANCE, Days or Years); name the buckets in inputs.retainedBuckets of leastwise.yaml.',
  on: 's3.bucket',
  needs: ['objectLock'],
  params: { minimumDays: 30, modes: ['GOVERNANCE', 'COMPLIANCE'] },
  check: (bucket, account, { minimumDays, modes }) =>
    onRetainedBucket(account, bucket.name, () =>
      judge({ objectLock: bucket.objectLock }, ({ objectLock }) => {
        const expected = `a default retention of at least ${minimumDays} days (${modes.join(', ')})`;
        if (objectLock?.enabled !== true) {
          const got = 'object lock is not enabled';
          return fail({ finding: 'no-object-lock', expected, got, field: 'objectLock' });
        }
        const { mode, days, years } = objectLock;
        // S3 years of retention are counted as 365 days, which is never more than they are.
        const total = days ?? (years === null ? null : years * 365);
        if (mode === null || total === null) {
          const got = 'no default retention';
          return fail({ finding: 'no-default-retention', expected, got, field: 'objectLock' });
        }
        if (total < minimumDays || !modes.includes(mode)) {
          const got = `${mode} for ${total} days`;
          return fail({ finding: 'weak-retention', expected, got, field: 'objectLock' });
        }
        return pass();
      }),
    ),
});
