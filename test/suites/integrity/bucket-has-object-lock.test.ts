import rule from '../../../suites/integrity/bucket-has-object-lock.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import type { ObjectLock } from '../../../src/model/resource/s3.ts';
import { bucket } from '../../support/bucket.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const locked = (lock: Partial<ObjectLock>, name = 'training-data') =>
  bucket(
    { objectLock: present({ enabled: true, mode: null, days: null, years: null, ...lock }) },
    name,
  );

ruleCases(rule, {
  pass: [
    { name: 'versions are kept for 30 days', resource: locked({ mode: 'GOVERNANCE', days: 30 }) },
    { name: 'versions are kept for a year', resource: locked({ mode: 'COMPLIANCE', years: 1 }) },
    {
      name: 'the retained bucket is locked',
      resource: locked({ mode: 'COMPLIANCE', days: 90 }),
      inputs: { artifactBuckets: ['models'], retainedBuckets: ['training-*'] },
    },
  ],
  fail: [
    { name: 'there is no object lock', resource: bucket(), findings: ['no-object-lock'] },
    {
      name: 'object lock is not enabled',
      resource: locked({ enabled: false }),
      findings: ['no-object-lock'],
    },
    {
      name: 'there is no default retention',
      resource: locked({}),
      findings: ['no-default-retention'],
    },
    {
      name: 'the retention is short',
      resource: locked({ mode: 'COMPLIANCE', days: 1 }),
      findings: ['weak-retention'],
    },
    {
      name: 'the mode is not allowed',
      resource: locked({ mode: 'GOVERNANCE', days: 90 }),
      params: { modes: ['COMPLIANCE'] },
      findings: ['weak-retention'],
    },
  ],
  unknown: [
    {
      name: 'object lock could not be read',
      resource: bucket({ objectLock: notCollected('denied') }),
      missing: ['objectLock'],
    },
  ],
  notApplicable: [
    {
      name: 'the bucket is not a retained one',
      resource: locked({}, 'models'),
      inputs: { retainedBuckets: ['training-*'] },
      others: [bucket({}, 'training-data')],
    },
    {
      name: 'no retained bucket is declared and this one holds no artifacts',
      resource: locked({}, 'website'),
      inputs: { artifactBuckets: ['models'] },
      others: [bucket({}, 'models')],
    },
  ],
});
