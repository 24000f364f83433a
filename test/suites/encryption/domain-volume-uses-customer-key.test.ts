import rule from '../../../suites/encryption/domain-volume-uses-customer-key.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { key, keyArn, keyId, keysDenied } from '../../support/key.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const withKey = (reference: string) => build('sagemaker.domain', { volumeKey: present(reference) });
const customer = key({ aliases: present(['alias/models']) });

ruleCases(rule, {
  pass: [
    { name: 'the key is given by id', resource: withKey(keyId), others: [customer] },
    { name: 'the key is given by ARN', resource: withKey(keyArn()), others: [customer] },
    { name: 'the key is given by alias', resource: withKey('alias/models'), others: [customer] },
    {
      name: 'the key is approved by id',
      resource: withKey(keyId),
      others: [customer],
      inputs: { approvedKeys: [keyId] },
    },
  ],
  fail: [
    { name: 'no key is given', resource: build('sagemaker.domain'), findings: ['no-key'] },
    {
      name: 'the key is managed by AWS',
      resource: withKey(keyArn()),
      others: [key({ manager: present('AWS') })],
      findings: ['aws-managed-key'],
    },
    {
      name: 'the key is not approved',
      resource: withKey(keyId),
      others: [customer],
      inputs: { approvedKeys: [keyArn('other')] },
      findings: ['unapproved-key'],
    },
    {
      name: 'no key has this alias',
      resource: withKey('alias/gone'),
      others: [customer],
      findings: ['no-such-key'],
    },
  ],
  unknown: [
    {
      name: 'the keys could not be listed',
      resource: withKey(keyId),
      universes: keysDenied,
      missing: ['all kms.key in eu-west-1'],
    },
    {
      name: 'aliases could not be read and the key is given by one',
      resource: withKey('alias/models'),
      others: [key({ aliases: notCollected('not listed') })],
      missing: [`aliases of ${keyArn()}, to find alias/models`],
    },
  ],
});
