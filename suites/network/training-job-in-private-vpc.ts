import { judge, judgePrivateVpc, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'network/training-job-in-private-vpc',
  code: 'NET-02',
  title: 'Training jobs run in approved private subnets',
  severity: 'high',
  why: 'Outside a VPC a job reaches S3 and the internet over networks that no endpoint policy, flow log or firewall of yours sees. That an approved subnet is private rests on your declaration: route tables are not read.',
  fix: 'Set VpcConfig.Subnets and VpcConfig.SecurityGroupIds in CreateTrainingJob to private subnets, and list those in inputs.approvedSubnets (and approvedSecurityGroups) of leastwise.yaml.',
  on: 'sagemaker.training-job',
  needs: ['vpc'],
  check: (job, account) =>
    judge({ vpc: job.vpc }, ({ vpc }) =>
      judgePrivateVpc(vpc, account.inputs, {
        subnets: 'vpc.subnets',
        securityGroups: 'vpc.securityGroups',
      }),
    ),
});
