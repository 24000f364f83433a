import rule from '../../../suites/network/model-is-isolated.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

ruleCases(rule, {
  pass: [
    {
      name: 'EnableNetworkIsolation is true',
      resource: build('sagemaker.model', { networkIsolation: present(true) }),
    },
  ],
  fail: [
    {
      name: 'EnableNetworkIsolation is false',
      resource: build('sagemaker.model', { networkIsolation: present(false) }),
      findings: ['not-isolated'],
    },
    {
      name: 'EnableNetworkIsolation is left out',
      resource: build('sagemaker.model'),
      findings: ['not-isolated'],
    },
    {
      name: 'the model is in a VPC but not isolated',
      resource: build('sagemaker.model', {
        vpc: present({ subnets: ['subnet-1'], securityGroups: ['sg-1'] }),
      }),
      findings: ['not-isolated'],
    },
  ],
  unknown: [
    {
      name: 'the model was only listed',
      resource: build('sagemaker.model', { networkIsolation: notCollected('listed only') }),
      missing: ['networkIsolation'],
    },
  ],
});
