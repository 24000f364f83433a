import rule from '../../../suites/exposure/account-blocks-public-access.ts';
import { notCollected } from '../../../src/model/observed.ts';
import { blockOf, s3Account } from '../../support/bucket.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const all = ['blockPublicAcls', 'ignorePublicAcls', 'blockPublicPolicy', 'restrictPublicBuckets'];

ruleCases(rule, {
  pass: [{ name: 'all four flags are true', resource: s3Account(blockOf(true)) }],
  fail: [
    { name: 'no block was ever set', resource: build('s3.account'), findings: all },
    { name: 'all four flags are false', resource: s3Account(blockOf(false)), findings: all },
    {
      name: 'one flag is false',
      resource: s3Account(blockOf(true, { ignorePublicAcls: false })),
      findings: ['ignorePublicAcls'],
    },
  ],
  unknown: [
    {
      name: 'the block could not be read',
      resource: build('s3.account', { publicAccessBlock: notCollected('denied') }),
      missing: ['publicAccessBlock'],
    },
  ],
});
