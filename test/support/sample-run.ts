import type { TestRecord } from '../../src/model/record.ts';
import { accountId, region } from './build.ts';
import { listedRule, record } from './run-info.ts';

/** Every kind of character that broke some report somewhere. */
export const hostile =
  'a\u0000b\u001b[31mred\u0007 ]]> <&"\'> \ud83d\ude80\ud55c \u202ereversed\u2066 \ud800 lone\nline\r\ttab \ufffe';

const bucketRule = {
  rule: 'exposure/bucket-is-not-public',
  code: 'EXP-01',
  severity: 'critical',
  kind: 's3.bucket',
} as const;

const bucketRules = listedRule({
  id: bucketRule.rule,
  code: bucketRule.code,
  title: 'Buckets with artifacts are not public',
  severity: bucketRule.severity,
  why: 'A public model can be copied, and public training data leaks whatever it holds about people; nobody notices either until it is too late, because reads are not logged by default.',
  fix: 'Remove the statement, and switch block public access on for the account.',
  on: 's3.bucket',
});

export const sampleRules = [
  bucketRules,
  listedRule(),
  listedRule({
    id: 'encryption/training-job-output-has-own-key',
    code: 'ENC-03',
    title: 'Training jobs write with a customer-managed key',
    severity: 'medium',
    on: 'sagemaker.training-job',
  }),
  listedRule({
    id: 'hygiene/space-is-used',
    code: 'HYG-08',
    title: 'Spaces are in use',
    severity: 'low',
    on: 'sagemaker.space',
  }),
];

export const sampleRecords: readonly TestRecord[] = [
  record({
    rule: 'encryption/training-job-output-has-own-key',
    code: 'ENC-03',
    severity: 'medium',
    kind: 'sagemaker.training-job',
    resource: `arn:aws:sagemaker:${region}:${accountId}:training-job/fraud-1`,
    name: 'fraud-1',
    status: 'unknown',
    missing: [
      {
        what: 'outputKey',
        why: {
          state: 'denied',
          call: 'sagemaker:DescribeTrainingJob',
          code: 'AccessDeniedException',
          why: 'service-control-policy',
        },
        mend: 'grant sagemaker:DescribeTrainingJob to the auditor',
      },
    ],
  }),
  record({
    ...bucketRule,
    resource: 'arn:aws:s3:::acme-models',
    name: 'acme-models',
    status: 'fail',
    evidence: [
      {
        finding: 'policy-read:#1',
        expected: 'no read access for everybody',
        got: 'Allow for everybody without a condition that binds',
        field: 'policy',
        statement: { policy: 'bucket policy', index: 1, sid: 'AllowAll' },
      },
      { finding: 'acl-read', expected: 'no public ACL', got: 'READ for AllUsers', field: 'acl' },
    ],
  }),
  record({
    ...bucketRule,
    resource: `arn:aws:s3:::${hostile}`,
    name: hostile,
    status: 'fail',
    evidence: [{ finding: hostile, expected: hostile, got: 'x'.repeat(10_000) }],
  }),
  record({
    ...bucketRule,
    resource: `arn:aws:s3:::${'long-'.repeat(2000)}`,
    name: 'long',
    status: 'waived',
    evidence: [{ finding: 'no-versioning', expected: 'versioning', got: 'none' }],
  }),
  record({ ...bucketRule, resource: 'arn:aws:s3:::acme-private', name: 'acme-private' }),
  record({
    rule: 'hygiene/space-is-used',
    code: 'HYG-08',
    severity: 'low',
    kind: 'sagemaker.space',
    resource: `sagemaker.space in ${accountId} every region`,
    name: 'sagemaker.space',
    region: 'every region',
    status: 'not-applicable',
    note: 'no sagemaker.space in this account',
  }),
  record(),
];
