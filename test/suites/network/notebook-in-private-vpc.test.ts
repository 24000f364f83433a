import rule from '../../../suites/network/notebook-in-private-vpc.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const inSubnet = build('sagemaker.notebook-instance', {
  subnet: present('subnet-1'),
  securityGroups: present(['sg-1']),
});

ruleCases(rule, {
  pass: [
    {
      name: 'the subnet is approved',
      resource: inSubnet,
      inputs: { approvedSubnets: ['subnet-1'] },
    },
    {
      name: 'subnet and security group are approved',
      resource: inSubnet,
      inputs: { approvedSubnets: ['subnet-1'], approvedSecurityGroups: ['sg-1'] },
    },
  ],
  fail: [
    {
      name: 'it is in no subnet of the account',
      resource: build('sagemaker.notebook-instance'),
      findings: ['no-vpc'],
    },
    {
      name: 'subnet and security group are not approved',
      resource: inSubnet,
      inputs: { approvedSubnets: ['subnet-2'], approvedSecurityGroups: ['sg-2'] },
      findings: ['subnet:subnet-1', 'security-group:sg-1'],
    },
  ],
  unknown: [
    {
      name: 'AWS names no security group and some are declared',
      resource: build('sagemaker.notebook-instance', { subnet: present('subnet-1') }),
      inputs: { approvedSubnets: ['subnet-1'], approvedSecurityGroups: ['sg-1'] },
      missing: ['securityGroups'],
    },
    {
      name: 'no subnets are declared',
      resource: inSubnet,
      missing: ['inputs.approvedSubnets'],
    },
    {
      name: 'the notebook was only listed',
      resource: build('sagemaker.notebook-instance', { subnet: notCollected('listed only') }),
      missing: ['subnet'],
    },
  ],
});
