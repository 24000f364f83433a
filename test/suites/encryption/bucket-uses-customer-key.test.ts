import rule from '../../../suites/encryption/bucket-uses-customer-key.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { bucket } from '../../support/bucket.ts';
import { key, keyArn, keyId, keysDenied } from '../../support/key.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const encrypted = (algorithm: string, reference: string | null, name = 'models') =>
  bucket({ encryption: present({ algorithm, key: reference, bucketKey: true }) }, name);
const customer = key({ aliases: present(['alias/models']) });

ruleCases(rule, {
  pass: [
    {
      name: 'the key is a customer’s',
      resource: encrypted('aws:kms', keyArn()),
      others: [customer],
    },
    {
      name: 'the key is given by alias, in two layers',
      resource: encrypted('aws:kms:dsse', 'alias/models'),
      others: [customer],
    },
    {
      name: 'the bucket is declared and its key is approved',
      resource: encrypted('aws:kms', keyId),
      others: [customer],
      inputs: { artifactBuckets: ['mod*'], approvedKeys: ['alias/models'] },
    },
  ],
  fail: [
    { name: 'S3 manages the key', resource: encrypted('AES256', null), findings: ['no-kms'] },
    { name: 'there is no default encryption', resource: bucket(), findings: ['no-kms'] },
    {
      name: 'no KMS key is named',
      resource: encrypted('aws:kms', null),
      findings: ['aws-managed-key'],
    },
    {
      name: 'the KMS key is AWS’s for S3',
      resource: encrypted('aws:kms', 'alias/aws/s3'),
      findings: ['aws-managed-key'],
    },
    {
      name: 'the key is not approved',
      resource: encrypted('aws:kms', keyId),
      others: [customer],
      inputs: { approvedKeys: [] },
      findings: ['unapproved-key'],
    },
  ],
  unknown: [
    {
      name: 'the encryption could not be read',
      resource: bucket({ encryption: notCollected('not asked') }),
      missing: ['encryption'],
    },
    {
      name: 'the keys could not be listed',
      resource: encrypted('aws:kms', keyId),
      universes: keysDenied,
      missing: ['all kms.key in eu-west-1'],
    },
  ],
  notApplicable: [
    {
      name: 'the bucket holds no artifacts',
      resource: encrypted('AES256', null, 'website'),
      inputs: { artifactBuckets: ['models*'] },
      others: [bucket({}, 'models')],
    },
  ],
});
