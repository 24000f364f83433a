import rule from '../../../suites/network/domain-is-vpc-only.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

ruleCases(rule, {
  pass: [
    {
      name: 'AppNetworkAccessType is VpcOnly',
      resource: build('sagemaker.domain', { networkAccess: present('VpcOnly') }),
    },
  ],
  fail: [
    {
      name: 'AppNetworkAccessType is PublicInternetOnly',
      resource: build('sagemaker.domain', { networkAccess: present('PublicInternetOnly') }),
      findings: ['public-internet'],
    },
    {
      name: 'AppNetworkAccessType is left out, although a VPC is given',
      resource: build('sagemaker.domain', { vpc: present('vpc-1') }),
      findings: ['public-internet'],
    },
  ],
  unknown: [
    {
      name: 'the domain was only listed',
      resource: build('sagemaker.domain', { networkAccess: notCollected('listed only') }),
      missing: ['networkAccess'],
    },
  ],
});
