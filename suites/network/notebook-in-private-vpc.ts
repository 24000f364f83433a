import { judge, judgePrivateVpc, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'network/notebook-in-private-vpc',
  code: 'NET-10',
  title: 'Notebook instances are in approved private subnets',
  severity: 'high',
  why: 'A notebook instance outside your VPC is behind none of your endpoint policies, flow logs and firewalls. That an approved subnet is private rests on your declaration: route tables are not read.',
  fix: 'Create the notebook instance anew with SubnetId and SecurityGroupIds in CreateNotebookInstance, and list the subnet in inputs.approvedSubnets of leastwise.yaml.',
  on: 'sagemaker.notebook-instance',
  needs: ['subnet', 'securityGroups'],
  check: (notebook, account) =>
    judge(
      { subnet: notebook.subnet, securityGroups: notebook.securityGroups },
      ({ subnet, securityGroups }) =>
        judgePrivateVpc(
          subnet === null ? null : { subnets: [subnet], securityGroups: securityGroups ?? [] },
          account.inputs,
          { subnets: 'subnet', securityGroups: 'securityGroups' },
        ),
    ),
});
