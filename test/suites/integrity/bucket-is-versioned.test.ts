import rule from '../../../suites/integrity/bucket-is-versioned.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { bucket } from '../../support/bucket.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const versioned = (status: string, name = 'models') =>
  bucket({ versioning: present({ status, mfaDelete: false }) }, name);

ruleCases(rule, {
  pass: [{ name: 'versioning is enabled', resource: versioned('Enabled') }],
  fail: [
    {
      name: 'versioning is suspended',
      resource: versioned('Suspended'),
      findings: ['not-versioned'],
    },
    { name: 'versioning was never enabled', resource: bucket(), findings: ['not-versioned'] },
  ],
  unknown: [
    {
      name: 'versioning could not be read',
      resource: bucket({ versioning: notCollected('denied') }),
      missing: ['versioning'],
    },
    {
      name: 'it is not declared, but a declared name is nobody’s: it may be misspelt',
      resource: versioned('Suspended', 'churn-models'),
      inputs: { artifactBuckets: ['models', 'chrun-models'] },
      others: [bucket({}, 'models')],
      missing: ['inputs.artifactBuckets'],
    },
  ],
  notApplicable: [
    {
      name: 'the bucket holds no artifacts',
      resource: versioned('Suspended', 'website'),
      inputs: { artifactBuckets: ['models'] },
      others: [bucket({}, 'models')],
    },
  ],
});
