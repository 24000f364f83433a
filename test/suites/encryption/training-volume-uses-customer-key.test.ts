import rule from '../../../suites/encryption/training-volume-uses-customer-key.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { key, keyArn, keyId, keysDenied } from '../../support/key.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const job = (volumeKey: string | null, ...types: readonly string[]) =>
  build('sagemaker.training-job', {
    instances: present(types.map((type) => ({ type, count: 1 }))),
    ...(volumeKey !== null && { volumeKey: present(volumeKey) }),
  });
const customer = key({ aliases: present(['alias/training']) });
const foreign = 'arn:aws:kms:eu-west-1:999988887777:key/1234abcd-12ab-34cd-56ef-1234567890ab';

ruleCases(rule, {
  pass: [
    { name: 'the key is given by id', resource: job(keyId, 'ml.m5.xlarge'), others: [customer] },
    { name: 'it is given by ARN', resource: job(keyArn(), 'ml.m5.xlarge'), others: [customer] },
    {
      name: 'it is given by alias',
      resource: job('alias/training', 'ml.m5.xlarge'),
      others: [customer],
    },
    {
      name: 'it is given by alias ARN',
      resource: job('arn:aws:kms:eu-west-1:111122223333:alias/training', 'ml.m5.xlarge'),
      others: [customer],
    },
    {
      name: 'it is approved under its alias',
      resource: job(keyId, 'ml.m5.xlarge'),
      others: [customer],
      inputs: { approvedKeys: ['alias/training'] },
    },
    {
      name: 'another account’s key is approved by ARN',
      resource: job(foreign, 'ml.m5.xlarge'),
      inputs: { approvedKeys: [foreign] },
    },
  ],
  fail: [
    { name: 'no key is given', resource: job(null, 'ml.m5.xlarge'), findings: ['no-key'] },
    {
      name: 'only one of the instance groups has local storage',
      resource: job(null, 'ml.g5.xlarge', 'ml.m5.xlarge'),
      findings: ['no-key'],
    },
    {
      name: 'the output has a key but the volume has none',
      resource: { ...job(null, 'ml.c5.xlarge'), outputKey: present(keyId) },
      others: [customer],
      findings: ['no-key'],
    },
    {
      name: 'the key is managed by AWS',
      resource: job(keyId, 'ml.m5.xlarge'),
      others: [key({ manager: present('AWS') })],
      findings: ['aws-managed-key'],
    },
    {
      name: 'the alias is reserved for AWS managed keys',
      resource: job('alias/aws/sagemaker', 'ml.m5.xlarge'),
      findings: ['aws-managed-key'],
    },
    {
      name: 'the key is not approved',
      resource: job(keyId, 'ml.m5.xlarge'),
      others: [customer],
      inputs: { approvedKeys: ['alias/other'] },
      findings: ['unapproved-key'],
    },
    {
      name: 'no key has this id',
      resource: job('00000000-12ab-34cd-56ef-1234567890ab', 'ml.m5.xlarge'),
      others: [customer],
      findings: ['no-such-key'],
    },
  ],
  unknown: [
    {
      name: 'the keys could not be listed',
      resource: job(keyId, 'ml.m5.xlarge'),
      universes: keysDenied,
      missing: ['all kms.key in eu-west-1'],
    },
    {
      name: 'the manager of the key could not be read',
      resource: job(keyId, 'ml.m5.xlarge'),
      others: [key({ manager: notCollected('not described') })],
      missing: [`manager of ${keyArn()}`],
    },
    {
      name: 'the key is another account’s',
      resource: job(foreign, 'ml.m5.xlarge'),
      missing: [`key ${foreign}`],
    },
    {
      name: 'nobody knows whether the instance type has local storage',
      resource: job(null, 'ml.z9.xlarge'),
      missing: ['instances'],
    },
    {
      name: 'no instance type is given',
      resource: job(keyId),
      others: [customer],
      missing: ['instances'],
    },
  ],
  notApplicable: [
    {
      name: 'the instance type has local NVMe storage',
      resource: job(null, 'ml.p4d.24xlarge'),
    },
    {
      name: 'all instance groups have local NVMe storage',
      resource: job(null, 'ml.g5.xlarge', 'ml.trn1.32xlarge'),
    },
  ],
});
