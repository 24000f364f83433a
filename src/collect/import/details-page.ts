import type {
  GetAccountAuthorizationDetailsResponse,
  GroupDetail,
  ManagedPolicyDetail,
  PolicyDetail,
  RoleDetail,
  UserDetail,
} from '@aws-sdk/client-iam';
import { isJsonObject } from '../../model/json.ts';
import { policyText } from '../reply/policy-text.ts';
import type { FileValue } from './file-value.ts';

export const detailListNames = [
  'UserDetailList',
  'GroupDetailList',
  'RoleDetailList',
  'Policies',
] as const;

type DetailListName = (typeof detailListNames)[number];

const call = 'iam:GetAccountAuthorizationDetails';

/**
 * A page of authorisation details out of a file as the AWS CLI or an SDK wrote it, in the form in
 * which the API sends it. Throws `UserError` with the place of what cannot be such a page.
 */
export function detailsPage(page: FileValue): GetAccountAuthorizationDetailsResponse {
  return {
    UserDetailList: detailList(page, 'UserDetailList').map(userDetail),
    GroupDetailList: detailList(page, 'GroupDetailList').map(groupDetail),
    RoleDetailList: detailList(page, 'RoleDetailList').map(roleDetail),
    Policies: detailList(page, 'Policies').map(managedPolicy),
  };
}

const mend = 'give the output of `aws iam get-account-authorization-details --output json`';

/** The objects of one of a page's four lists. */
export function detailList(page: FileValue, name: DetailListName): readonly FileValue[] {
  const list = page.member(name);
  if (!isJsonObject(page.value)) throw page.wrong('is not an object', mend);
  if (!Array.isArray(list.value)) throw list.wrong('is not a list', mend);
  return list.list().map((one) => one.object());
}

function userDetail(user: FileValue): UserDetail {
  return {
    ...commonDetail(user),
    UserName: user.member('UserName').text(),
    UserId: textIn(user, 'UserId'),
    UserPolicyList: inlinePolicies(user.member('UserPolicyList')),
    GroupList: texts(user.member('GroupList')),
    PermissionsBoundary: boundary(user.member('PermissionsBoundary')),
    Tags: tags(user.member('Tags')),
  };
}

function groupDetail(group: FileValue): GroupDetail {
  return {
    ...commonDetail(group),
    GroupName: group.member('GroupName').text(),
    GroupId: textIn(group, 'GroupId'),
    GroupPolicyList: inlinePolicies(group.member('GroupPolicyList')),
  };
}

function roleDetail(role: FileValue): RoleDetail {
  return {
    ...commonDetail(role),
    RoleName: role.member('RoleName').text(),
    RoleId: textIn(role, 'RoleId'),
    AssumeRolePolicyDocument: role.member('AssumeRolePolicyDocument').given(documentText),
    RolePolicyList: inlinePolicies(role.member('RolePolicyList')),
    PermissionsBoundary: boundary(role.member('PermissionsBoundary')),
    InstanceProfileList: role
      .member('InstanceProfileList')
      .given((list) => list.list().map((one) => ({ ...noProfile, Arn: textIn(one, 'Arn') }))),
    Tags: tags(role.member('Tags')),
    RoleLastUsed: role.member('RoleLastUsed').given((used) => ({
      LastUsedDate: dateIn(used.object(), 'LastUsedDate'),
      Region: textIn(used, 'Region'),
    })),
  };
}

/** Members that the SDK's type demands and nobody reads. */
const noProfile = {
  ...{ Path: undefined, InstanceProfileName: undefined, InstanceProfileId: undefined },
  ...{ CreateDate: undefined, Roles: undefined },
};

function managedPolicy(policy: FileValue): ManagedPolicyDetail {
  const DefaultVersionId = textIn(policy, 'DefaultVersionId');
  return {
    Arn: policy.member('Arn').text(),
    Path: textIn(policy, 'Path'),
    DefaultVersionId,
    CreateDate: dateIn(policy, 'CreateDate'),
    UpdateDate: dateIn(policy, 'UpdateDate'),
    // Other versions grant nothing.
    PolicyVersionList: policy.member('PolicyVersionList').given((versions) =>
      versions
        .list()
        .filter((one) => one.member('VersionId').value === DefaultVersionId)
        .map((one) => ({
          VersionId: DefaultVersionId,
          Document: one.member('Document').given(documentText),
        })),
    ),
  };
}

function commonDetail(detail: FileValue) {
  return {
    Arn: detail.member('Arn').text(),
    Path: textIn(detail, 'Path'),
    CreateDate: dateIn(detail, 'CreateDate'),
    AttachedManagedPolicies: detail.member('AttachedManagedPolicies').given((list) =>
      list.list().map((one) => ({
        PolicyName: textIn(one, 'PolicyName'),
        PolicyArn: textIn(one, 'PolicyArn'),
      })),
    ),
  };
}

function inlinePolicies(list: FileValue): PolicyDetail[] | undefined {
  return list.given(() =>
    list.list().map((one) => ({
      PolicyName: textIn(one, 'PolicyName'),
      PolicyDocument: one.member('PolicyDocument').given(documentText),
    })),
  );
}

/** The CLI prints documents decoded, as objects; the API sends them as texts. */
function documentText(document: FileValue): string {
  if (isJsonObject(document.value)) return JSON.stringify(document.value);
  const read = policyText(document.text(), call);
  if (read.state !== 'present') throw document.wrong('is no policy document: not JSON');
  return document.text();
}

function boundary(given: FileValue) {
  return given.given(() => ({
    PermissionsBoundaryArn: textIn(given.object(), 'PermissionsBoundaryArn'),
  }));
}

function tags(list: FileValue) {
  return list.given(() =>
    list
      .list()
      .map((one) => ({ Key: one.member('Key').text(), Value: one.member('Value').text() })),
  );
}

function texts(list: FileValue): string[] | undefined {
  return list.given(() => list.list().map((one) => one.text()));
}

function textIn(here: FileValue, name: string): string | undefined {
  return here.member(name).given((one) => one.text());
}

function dateIn(here: FileValue, name: string): Date | undefined {
  return here.member(name).given((one) => {
    const date = new Date(one.text());
    if (Number.isNaN(date.getTime())) throw one.wrong('is not a date');
    return date;
  });
}
