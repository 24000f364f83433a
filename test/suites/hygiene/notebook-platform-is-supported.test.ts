import rule from '../../../suites/hygiene/notebook-platform-is-supported.ts';
import { present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const on = (platform: string) =>
  build('sagemaker.notebook-instance', { platform: present(platform) });

ruleCases(rule, {
  pass: [
    { name: 'the platform is supported', resource: on('notebook-al2-v3') },
    {
      name: 'the platform is in the configured list',
      resource: on('notebook-al2-v2'),
      params: { platforms: ['notebook-al2-v2'] },
    },
  ],
  fail: [
    {
      name: 'the platform is no longer supported',
      resource: on('notebook-al1-v1'),
      findings: ['unsupported-platform'],
    },
    {
      name: 'the platform is one that only old conformance packs accept',
      resource: on('notebook-al2-v2'),
      findings: ['unsupported-platform'],
    },
  ],
  unknown: [
    {
      name: 'AWS names no platform',
      resource: build('sagemaker.notebook-instance'),
      missing: ['platform'],
    },
  ],
});
