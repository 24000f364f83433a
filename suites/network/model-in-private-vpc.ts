import { judge, judgePrivateVpc, rule } from '../../src/rule/index.ts';

export default rule({
  id: 'network/model-in-private-vpc',
  code: 'NET-07',
  title: 'Models run in approved private subnets',
  severity: 'medium',
  why: 'Outside a VPC the inference containers fetch weights and send traffic over networks that you neither see nor control. That an approved subnet is private rests on your declaration: route tables are not read.',
  fix: 'Create the model anew with VpcConfig.Subnets and VpcConfig.SecurityGroupIds in CreateModel, and list the subnets in inputs.approvedSubnets of leastwise.yaml.',
  on: 'sagemaker.model',
  needs: ['vpc'],
  check: (model, account) =>
    judge({ vpc: model.vpc }, ({ vpc }) =>
      judgePrivateVpc(vpc, account.inputs, {
        subnets: 'vpc.subnets',
        securityGroups: 'vpc.securityGroups',
      }),
    ),
});
