import type { GetAccountAuthorizationDetailsResponse } from '@aws-sdk/client-iam';
import { sha256 } from '../../src/model/canonical.ts';
import { reportReply } from './credential-report.ts';
import type { Answers } from './fake-aws.ts';

export const account = 'arn:aws:iam::111122223333';
export const date = new Date('2026-01-02T03:04:05Z');
export const iso = '2026-01-02T03:04:05.000Z';
export const document = { Version: '2012-10-17', Statement: [] };
export const text = JSON.stringify(document);
export const encoded = encodeURIComponent(text);
export const policy = { document, sha256: sha256(text) };
export const managed = `${account}:policy/team/Train`;

export const role = {
  Path: '/ml/',
  RoleName: 'Training',
  RoleId: 'AROA1',
  Arn: `${account}:role/ml/Training`,
  CreateDate: date,
  AssumeRolePolicyDocument: encoded,
  InstanceProfileList: [],
  RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: text }],
  AttachedManagedPolicies: [{ PolicyName: 'Train', PolicyArn: managed }],
  RoleLastUsed: {},
};

export const listedPolicy = {
  Arn: managed,
  Path: '/team/',
  DefaultVersionId: 'v2',
  CreateDate: date,
  UpdateDate: date,
  PolicyVersionList: [
    { VersionId: 'v1', Document: 'an old version is not read', IsDefaultVersion: false },
    { VersionId: 'v2', Document: encoded, IsDefaultVersion: true },
  ],
};

/** One page of GetAccountAuthorizationDetails; empty lists stand in it as AWS sends them. */
export function page(members: GetAccountAuthorizationDetailsResponse = {}) {
  return {
    UserDetailList: [],
    GroupDetailList: [],
    RoleDetailList: [],
    Policies: [],
    IsTruncated: false,
    ...members,
  };
}

/** A credential report that holds one bare user, `ada`. */
export const report: Answers = {
  'iam:GenerateCredentialReport': { State: 'COMPLETE' },
  'iam:GetCredentialReport': reportReply([{ user: 'ada', arn: `${account}:user/ada` }]),
};
