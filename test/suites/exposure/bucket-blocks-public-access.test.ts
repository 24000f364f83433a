import rule from '../../../suites/exposure/bucket-blocks-public-access.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { blockOf, bucket, s3Account } from '../../support/bucket.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const all = ['blockPublicAcls', 'ignorePublicAcls', 'blockPublicPolicy', 'restrictPublicBuckets'];
const blocking = (block = blockOf(true), name = 'models') =>
  bucket({ publicAccessBlock: present(block) }, name);

ruleCases(rule, {
  pass: [
    { name: 'all four flags are true', resource: blocking() },
    {
      name: 'the bucket is declared and all four flags are true',
      resource: blocking(),
      inputs: { artifactBuckets: ['models'] },
    },
  ],
  fail: [
    { name: 'no block was ever set', resource: bucket(), findings: all },
    {
      name: 'only the account blocks public access',
      resource: bucket(),
      others: [s3Account(blockOf(true))],
      findings: all,
    },
    {
      name: 'one flag is false',
      resource: blocking(blockOf(true, { restrictPublicBuckets: false })),
      findings: ['restrictPublicBuckets'],
    },
  ],
  unknown: [
    {
      name: 'the block could not be read',
      resource: bucket({ publicAccessBlock: notCollected('denied') }),
      missing: ['publicAccessBlock'],
    },
  ],
  notApplicable: [
    {
      name: 'the bucket holds no artifacts',
      resource: blocking(blockOf(false), 'website'),
      inputs: { artifactBuckets: ['models'] },
      others: [bucket({}, 'models')],
    },
  ],
});
