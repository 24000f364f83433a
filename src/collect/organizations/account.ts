import type { Organization } from '../../model/resource/organizations.ts';
import type { Output } from '../call/sdk.ts';
import type { Aws, Collector, Sink } from '../collector.ts';
import { observe, required } from '../reply/observe.ts';
import { universe } from '../universe.ts';
import { readPath } from './path.ts';
import { policyReader } from './policy-levels.ts';
import { readPolicyTypes } from './policy-types.ts';

const describe = 'organizations:DescribeOrganization';

/**
 * The organisation as it concerns this account. Members may describe the organisation, but its
 * policies show to the management account and to delegated administrators alone: elsewhere they
 * are recorded as denied.
 */
export const organizationsAccountCollector: Collector = {
  name: 'organizations.account',
  kinds: ['organizations.account'],
  scope: 'global',
  operations: {
    [describe]: describe,
    'organizations:ListParents': 'organizations:ListParents',
    'organizations:ListRoots': 'organizations:ListRoots',
    'organizations:ListPoliciesForTarget': 'organizations:ListPoliciesForTarget',
    'organizations:DescribePolicy': 'organizations:DescribePolicy',
  },
  collect: (aws, sink) =>
    universe(sink, { kind: 'organizations.account', region: 'global' }, () =>
      collectAccount(aws, sink),
    ),
};

async function collectAccount(aws: Aws, sink: Sink): Promise<void> {
  const organization = await observe(aws, describe, {}, readOrganization, {
    absent: ['AWSOrganizationsNotInUseException'],
  });
  const isMember = organization.state === 'present';
  const path = isMember ? await readPath(aws) : organization;
  const policyTypes = isMember ? await readPolicyTypes(aws) : organization;
  const levels = policyReader(aws, { path, policyTypes });
  sink.resource({
    kind: 'organizations.account',
    id: `arn:${aws.partition}:iam::${aws.account}:root`,
    name: aws.account,
    account: aws.account,
    region: 'global',
    organization,
    path,
    policyTypes,
    serviceControlPolicies: await levels('SERVICE_CONTROL_POLICY'),
    resourceControlPolicies: await levels('RESOURCE_CONTROL_POLICY'),
  });
}

function readOrganization({ Organization: organization }: Output<typeof describe>): Organization {
  const { Id, MasterAccountId, FeatureSet } = required(organization, 'Organization');
  return {
    id: required(Id, 'Id'),
    managementAccount: required(MasterAccountId, 'MasterAccountId'),
    featureSet: required(FeatureSet, 'FeatureSet'),
  };
}
