import { AwsError } from './aws-error.ts';
import { numberIn, textIn } from './input.ts';
import type { JsonObject } from '../model/json.ts';
import type { Call, Context, Operations } from './call.ts';
import type { SandboxLevel, SandboxOrganization, SandboxOrganizationPolicy } from './world.ts';

export const organizationsOperations: Operations = {
  DescribeOrganization: { respond: (call) => ({ Organization: organizationOf(call).detail }) },
  ListParents: {
    respond: (call, context) => listReply(call, context, 'Parents', parentsOf(call)),
    resource: (input) => textIn(input, 'ChildId'),
    pages: true,
  },
  ListRoots: {
    respond: (call, context) => listReply(call, context, 'Roots', [rootOf(call)]),
    pages: true,
  },
  ListPoliciesForTarget: {
    respond: (call, context) => listReply(call, context, 'Policies', attachedTo(call)),
    resource: (input) => textIn(input, 'TargetId'),
    gone: () => targetNotFound(),
    pages: true,
  },
  DescribePolicy: {
    respond: describePolicy,
    resource: (input) => textIn(input, 'PolicyId'),
    gone: () => policyNotFound(),
  },
};

function organizationOf({ account }: Call): SandboxOrganization {
  if (account.organization !== null) return account.organization;
  throw new AwsError(
    'AWSOrganizationsNotInUseException',
    'Your account is not a member of an organization.',
  );
}

function parentsOf(call: Call): readonly JsonObject[] {
  const { levels } = organizationOf(call);
  const child = levels.findIndex(({ id }) => id === textIn(call.input, 'ChildId'));
  const parent = levels[child - 1];
  if (parent === undefined) {
    throw new AwsError('ChildNotFoundException', 'You provided a child that does not exist.');
  }
  return [{ Id: parent.id, Type: parent.id.startsWith('r-') ? 'ROOT' : 'ORGANIZATIONAL_UNIT' }];
}

function rootOf(call: Call): JsonObject {
  const { levels, policyTypes } = organizationOf(call);
  const types = Object.entries(policyTypes).map(([Type, Status]) => ({ Type, Status }));
  return { Id: levels[0]?.id ?? '', Name: 'Root', PolicyTypes: types };
}

function attachedTo(call: Call): readonly JsonObject[] {
  const { levels, policyTypes } = organizationOf(call);
  const level = levels.find(({ id }) => id === textIn(call.input, 'TargetId'));
  if (level === undefined) throw targetNotFound();
  const filter = textIn(call.input, 'Filter');
  if (filter !== 'SERVICE_CONTROL_POLICY' && filter !== 'RESOURCE_CONTROL_POLICY') {
    throw new AwsError('InvalidInputException', 'You provided a filter that is not served.');
  }
  if (policyTypes[filter] === undefined) return [];
  return level.policies[filter].map((policy) => summary(policy, filter));
}

function describePolicy(call: Call): JsonObject {
  const wanted = textIn(call.input, 'PolicyId');
  for (const level of organizationOf(call).levels) {
    for (const [type, policies] of policiesOf(level)) {
      const found = policies.find(({ id }) => id === wanted);
      if (found !== undefined) {
        const Content = JSON.stringify(found.document);
        return { Policy: { PolicySummary: summary(found, type), Content } };
      }
    }
  }
  throw policyNotFound();
}

function policiesOf({
  policies,
}: SandboxLevel): readonly (readonly [string, readonly SandboxOrganizationPolicy[]])[] {
  return Object.entries(policies);
}

function summary({ id, name }: SandboxOrganizationPolicy, type: string): JsonObject {
  const awsManaged = name === 'FullAWSAccess' || name === 'RCPFullAWSAccess';
  return { Id: id, Name: name, Type: type, AwsManaged: awsManaged };
}

function listReply(
  call: Call,
  context: Context,
  member: string,
  items: readonly JsonObject[],
): JsonObject {
  const page = context.paginate(items, {
    token: textIn(call.input, 'NextToken'),
    size: numberIn(call.input, 'MaxResults') ?? 20,
  });
  return { [member]: page.items, ...(page.next !== undefined && { NextToken: page.next }) };
}

function targetNotFound(): AwsError {
  return new AwsError('TargetNotFoundException', 'You provided a target that does not exist.');
}

function policyNotFound(): AwsError {
  return new AwsError('PolicyNotFoundException', 'You provided a policy that does not exist.');
}
