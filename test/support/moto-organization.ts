import {
  AttachPolicyCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  type OrganizationsClient,
} from '@aws-sdk/client-organizations';

export const neverLeave = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 'organizations:LeaveOrganization', Resource: '*' }],
};

/** An organisation that the account manages; service control policies are on, and one is at the root. */
export async function fillOrganization(organizations: OrganizationsClient): Promise<void> {
  await organizations.send(new CreateOrganizationCommand({ FeatureSet: 'ALL' }));
  const { Roots: roots } = await organizations.send(new ListRootsCommand({}));
  const rootId = roots?.[0]?.Id;
  const type = 'SERVICE_CONTROL_POLICY';
  await organizations.send(new EnablePolicyTypeCommand({ RootId: rootId, PolicyType: type }));
  const { Policy: policy } = await organizations.send(
    new CreatePolicyCommand({
      Name: 'never-leave',
      Description: '',
      Type: type,
      Content: JSON.stringify(neverLeave),
    }),
  );
  const PolicyId = policy?.PolicySummary?.Id;
  await organizations.send(new AttachPolicyCommand({ PolicyId, TargetId: rootId }));
}
