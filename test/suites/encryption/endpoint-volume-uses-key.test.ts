import rule from '../../../suites/encryption/endpoint-volume-uses-key.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import type { EndpointVariant } from '../../../src/model/resource/sagemaker-serving.ts';
import { build } from '../../support/build.ts';
import { keyId } from '../../support/key.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const on = (instanceType: string): EndpointVariant => ({
  name: instanceType,
  model: 'fraud',
  instanceType,
  instanceCount: 1,
  serverless: false,
});
const serverless: EndpointVariant = {
  name: 'serverless',
  model: 'fraud',
  instanceType: null,
  instanceCount: null,
  serverless: true,
};
const config = (variants: readonly EndpointVariant[], volumeKey?: string) =>
  build('sagemaker.endpoint-config', {
    variants: present(variants),
    ...(volumeKey !== undefined && { volumeKey: present(volumeKey) }),
  });

ruleCases(rule, {
  pass: [
    { name: 'a key is set', resource: config([on('ml.m5.large')], keyId) },
    {
      name: 'a key is set and one variant has local storage',
      resource: config([on('ml.g5.xlarge'), on('ml.m5.large')], keyId),
    },
  ],
  fail: [
    { name: 'no key is set', resource: config([on('ml.m5.large')]), findings: ['no-key'] },
    {
      name: 'no key is set and one of two variants is serverless',
      resource: config([serverless, on('ml.m5.large')]),
      findings: ['no-key'],
    },
  ],
  unknown: [
    {
      name: 'the variants could not be read',
      resource: build('sagemaker.endpoint-config', { variants: notCollected('listed only') }),
      missing: ['variants'],
    },
    { name: 'there is no variant', resource: config([]), missing: ['variants'] },
    {
      name: 'nobody knows whether the instance type has local storage',
      resource: config([on('ml.z9.large')]),
      missing: ['variants'],
    },
  ],
  notApplicable: [
    { name: 'the only variant is serverless', resource: config([serverless]) },
    { name: 'all variants have local storage', resource: config([on('ml.g5.xlarge'), serverless]) },
  ],
});
