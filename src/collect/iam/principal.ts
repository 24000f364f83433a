import type { GroupDetail, RoleDetail, UserDetail } from '@aws-sdk/client-iam';
import { absent, present, type Observed } from '../../model/observed.ts';
import type { AttachedPolicy, NamedPolicy, PolicyText } from '../../model/policy.ts';
import type { Resource } from '../../model/resource.ts';
import type { CredentialReport } from './credential-report.ts';
import { required } from '../reply/observe.ts';
import { policyText } from '../reply/policy-text.ts';
import { isoDate, listed, replyField } from '../reply/reply.ts';
import { tagsOf } from '../reply/tag-map.ts';
import { userCredentials } from './user-credentials.ts';

const call = 'iam:GetAccountAuthorizationDetails';

type PolicyDetails = UserDetail['UserPolicyList'];

export function userOf(
  account: string,
  detail: UserDetail,
  report: Observed<CredentialReport>,
): Resource<'iam.user'> {
  const id = listed(detail.Arn, call, 'user Arn');
  return {
    kind: 'iam.user',
    id,
    name: listed(detail.UserName, call, 'UserName'),
    account,
    region: 'global',
    ...commonFields(detail, detail.UserId),
    // AWS leaves this list out for a user without inline policies (boto3#1303); groups and roles
    // have theirs always.
    inlinePolicies: inlinePolicies(detail.UserPolicyList ?? []),
    groups: replyField(call, () => required(detail.GroupList, 'GroupList')),
    permissionsBoundary: boundary(detail),
    tags: replyField(call, () => tagsOf(detail.Tags ?? [])),
    ...userCredentials(report, id),
  };
}

export function groupOf(account: string, detail: GroupDetail): Resource<'iam.group'> {
  return {
    kind: 'iam.group',
    id: listed(detail.Arn, call, 'group Arn'),
    name: listed(detail.GroupName, call, 'GroupName'),
    account,
    region: 'global',
    ...commonFields(detail, detail.GroupId),
    inlinePolicies: inlinePolicies(detail.GroupPolicyList),
  };
}

export function roleOf(account: string, detail: RoleDetail): Resource<'iam.role'> {
  return {
    kind: 'iam.role',
    id: listed(detail.Arn, call, 'role Arn'),
    name: listed(detail.RoleName, call, 'RoleName'),
    account,
    region: 'global',
    ...commonFields(detail, detail.RoleId),
    trustPolicy: document(detail.AssumeRolePolicyDocument, 'AssumeRolePolicyDocument'),
    inlinePolicies: inlinePolicies(detail.RolePolicyList),
    permissionsBoundary: boundary(detail),
    instanceProfiles: replyField(call, () =>
      required(detail.InstanceProfileList, 'InstanceProfileList').map((profile) =>
        required(profile.Arn, 'instance profile Arn'),
      ),
    ),
    tags: replyField(call, () => tagsOf(detail.Tags ?? [])),
    lastUsed: replyField(call, () => lastUse(detail)),
  };
}

function commonFields(
  detail: Pick<RoleDetail, 'Path' | 'CreateDate' | 'AttachedManagedPolicies'>,
  uniqueId: string | undefined,
) {
  return {
    path: replyField(call, () => required(detail.Path, 'Path')),
    uniqueId: replyField(call, () => required(uniqueId, 'unique id')),
    createdAt: replyField(call, () => isoDate(detail.CreateDate, 'CreateDate')),
    attachedPolicies: replyField(call, () => attachedPolicies(detail)),
  };
}

function attachedPolicies(detail: Pick<RoleDetail, 'AttachedManagedPolicies'>): AttachedPolicy[] {
  return required(detail.AttachedManagedPolicies, 'AttachedManagedPolicies').map((policy) => ({
    name: required(policy.PolicyName, 'PolicyName'),
    arn: required(policy.PolicyArn, 'PolicyArn'),
  }));
}

/** AWS leaves the member out where there is no boundary; one without an ARN is a broken reply. */
function boundary(detail: Pick<RoleDetail, 'PermissionsBoundary'>): Observed<string> {
  const { PermissionsBoundary: given } = detail;
  if (given === undefined) return absent;
  return replyField(call, () => required(given.PermissionsBoundaryArn, 'PermissionsBoundaryArn'));
}

/** One document that cannot be read makes the whole list unread: it might grant anything. */
function inlinePolicies(details: PolicyDetails): Observed<readonly NamedPolicy[]> {
  if (details === undefined) return missing('inline policies');
  const policies: NamedPolicy[] = [];
  for (const detail of details) {
    const name = replyField(call, () => required(detail.PolicyName, 'PolicyName'));
    const text = document(detail.PolicyDocument, 'PolicyDocument');
    if (name.state !== 'present') return name;
    if (text.state !== 'present') return text;
    policies.push({ name: name.value, ...text.value });
  }
  return present(policies);
}

function document(text: string | undefined, member: string): Observed<PolicyText> {
  return text === undefined ? missing(member) : policyText(text, call);
}

function missing(member: string): Observed<never> {
  return replyField(call, () => required<never>(undefined, member));
}

/** AWS sends an empty RoleLastUsed for a role not used in the last 400 days. */
function lastUse(detail: RoleDetail): { at: string; region: string } | null {
  const used = required(detail.RoleLastUsed, 'RoleLastUsed');
  if (used.LastUsedDate === undefined) return null;
  return {
    at: isoDate(used.LastUsedDate, 'LastUsedDate'),
    region: required(used.Region, 'RoleLastUsed.Region'),
  };
}
