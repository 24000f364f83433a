import rule from '../../../suites/exposure/bucket-acls-are-off.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { bucket } from '../../support/bucket.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const owned = (ownership: string, name = 'models') =>
  bucket({ ownership: present(ownership) }, name);

ruleCases(rule, {
  pass: [{ name: 'the owner is enforced', resource: owned('BucketOwnerEnforced') }],
  fail: [
    {
      name: 'the owner is only preferred',
      resource: owned('BucketOwnerPreferred'),
      findings: ['acls-on'],
    },
    { name: 'no ownership control is set', resource: bucket(), findings: ['acls-on'] },
  ],
  unknown: [
    {
      name: 'the ownership controls could not be read',
      resource: bucket({ ownership: notCollected('denied') }),
      missing: ['ownership'],
    },
  ],
  notApplicable: [
    {
      name: 'the bucket holds no artifacts',
      resource: owned('ObjectWriter', 'website'),
      inputs: { artifactBuckets: ['models'] },
      others: [bucket({}, 'models')],
    },
  ],
});
