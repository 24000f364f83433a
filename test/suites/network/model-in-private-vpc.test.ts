import rule from '../../../suites/network/model-in-private-vpc.ts';
import { notCollected, present } from '../../../src/model/observed.ts';
import { build } from '../../support/build.ts';
import { ruleCases } from '../../support/rule-cases.ts';

const inVpc = (subnets: readonly string[], securityGroups: readonly string[] = ['sg-1']) =>
  build('sagemaker.model', { vpc: present({ subnets, securityGroups }) });

ruleCases(rule, {
  pass: [
    {
      name: 'all subnets are approved and no security group is declared',
      resource: inVpc(['subnet-1', 'subnet-2']),
      inputs: { approvedSubnets: ['subnet-1', 'subnet-2', 'subnet-3'] },
    },
    {
      name: 'subnets and security groups are approved',
      resource: inVpc(['subnet-1']),
      inputs: { approvedSubnets: ['subnet-1'], approvedSecurityGroups: ['sg-1'] },
    },
  ],
  fail: [
    {
      name: 'it has no VPC',
      resource: build('sagemaker.model'),
      inputs: { approvedSubnets: ['subnet-1'] },
      findings: ['no-vpc'],
    },
    {
      name: 'it has no VPC and nothing is declared',
      resource: build('sagemaker.model'),
      findings: ['no-vpc'],
    },
    { name: 'the list of subnets is empty', resource: inVpc([]), findings: ['no-vpc'] },
    {
      name: 'one of two subnets is not approved',
      resource: inVpc(['subnet-1', 'subnet-9']),
      inputs: { approvedSubnets: ['subnet-1'] },
      findings: ['subnet:subnet-9'],
    },
    {
      name: 'a security group is not approved',
      resource: inVpc(['subnet-1'], ['sg-1', 'sg-9']),
      inputs: { approvedSubnets: ['subnet-1'], approvedSecurityGroups: ['sg-1'] },
      findings: ['security-group:sg-9'],
    },
    {
      name: 'a security group is not approved and no subnet is declared',
      resource: inVpc(['subnet-1'], ['sg-9']),
      inputs: { approvedSecurityGroups: ['sg-1'] },
      findings: ['security-group:sg-9'],
    },
    {
      name: 'no subnet at all is approved',
      resource: inVpc(['subnet-1']),
      inputs: { approvedSubnets: [] },
      findings: ['subnet:subnet-1'],
    },
  ],
  unknown: [
    {
      name: 'no subnets are declared',
      resource: inVpc(['subnet-1']),
      missing: ['inputs.approvedSubnets'],
    },
    {
      name: 'it was only listed',
      resource: build('sagemaker.model', { vpc: notCollected('listed only') }),
      inputs: { approvedSubnets: ['subnet-1'] },
      missing: ['vpc'],
    },
  ],
});
