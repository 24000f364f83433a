import rule from '../../../suites/network/training-job-is-isolated.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

ruleCases(rule, {
  pass: [
    {
      name: 'EnableNetworkIsolation is true',
      resource: build('sagemaker.training-job', { networkIsolation: present(true) }),
    },
  ],
  fail: [
    {
      name: 'EnableNetworkIsolation is false',
      resource: build('sagemaker.training-job', { networkIsolation: present(false) }),
      findings: ['not-isolated'],
    },
    {
      name: 'EnableNetworkIsolation is left out',
      resource: build('sagemaker.training-job'),
      findings: ['not-isolated'],
    },
    {
      name: 'the job is in a VPC but not isolated',
      resource: build('sagemaker.training-job', {
        vpc: present({ subnets: ['subnet-1'], securityGroups: ['sg-1'] }),
      }),
      findings: ['not-isolated'],
    },
  ],
  unknown: [
    {
      name: 'the job was only listed',
      resource: build('sagemaker.training-job', { networkIsolation: notCollected('listed only') }),
      missing: ['networkIsolation'],
    },
  ],
});
