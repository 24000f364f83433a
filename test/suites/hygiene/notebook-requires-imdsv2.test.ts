import rule from '../../../suites/hygiene/notebook-requires-imdsv2.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

ruleCases(rule, {
  pass: [
    {
      name: 'the minimum version is 2',
      resource: build('sagemaker.notebook-instance', { minimumMetadataVersion: present('2') }),
    },
  ],
  fail: [
    {
      name: 'the minimum version is 1',
      resource: build('sagemaker.notebook-instance', { minimumMetadataVersion: present('1') }),
      findings: ['imdsv1'],
    },
    {
      name: 'no minimum is set',
      resource: build('sagemaker.notebook-instance'),
      findings: ['imdsv1'],
    },
  ],
  unknown: [
    {
      name: 'the notebook was only listed',
      resource: build('sagemaker.notebook-instance', {
        minimumMetadataVersion: notCollected('listed only'),
      }),
      missing: ['minimumMetadataVersion'],
    },
  ],
});
