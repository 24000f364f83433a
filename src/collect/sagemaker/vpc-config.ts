import type { VpcConfig } from '../../model/resource/field.ts';

interface GivenVpcConfig {
  readonly Subnets?: readonly string[] | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
}

/**
 * Where in a VPC something runs; undefined when it does not, which includes a configuration without
 * subnets. Both lists are sets to AWS, so they are sorted.
 */
export function vpcConfig(given: GivenVpcConfig | undefined): VpcConfig | undefined {
  const subnets = given?.Subnets ?? [];
  if (subnets.length === 0) return undefined;
  return {
    subnets: [...subnets].sort(),
    securityGroups: [...(given?.SecurityGroupIds ?? [])].sort(),
  };
}
