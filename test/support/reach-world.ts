import type { Account } from '../../src/account/account.ts';
import { openAccount } from '../../src/account/open-account.ts';
import type { ReachQuestion } from '../../src/account/reach/reach-answer.ts';
import { undeclared } from '../../src/model/inputs.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { absent, present } from '../../src/model/observed.ts';
import type { Fields, Resource } from '../../src/model/resource.ts';
import { accountId, build, snapshotOf } from './build.ts';
import { blockOf, bucket, s3Account } from './bucket.ts';
import { key, keyArn } from './key.ts';
import { namedPolicy, policyOf } from './policy.ts';

// A small account to ask who can: the bucket "models", its key, and roles.

export const iam = `arn:aws:iam::${accountId}`;
export const partner = '444455556666';
export const readModels: ReachQuestion = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::models/*',
};

/** A statement about reading the objects of "models", unless it says otherwise. */
export function about(Effect: 'Allow' | 'Deny', more: JsonObject = {}): JsonObject {
  return { Effect, Action: 's3:GetObject', Resource: 'arn:aws:s3:::models/*', ...more };
}

export function when(
  operator: string,
  name: string,
  value: string | readonly string[],
): JsonObject {
  return { Condition: { [operator]: { [name]: value } } };
}

/** The `trustPolicy` field of a role. */
export function trustOf(principal: JsonObject | string, more: JsonObject = {}) {
  return present(
    policyOf({ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more }),
  );
}

export function roleNamed(
  name: string,
  statements: readonly JsonObject[],
  fields: Partial<Fields<'iam.role'>> = {},
) {
  const inlinePolicies = present([namedPolicy('own', ...statements)]);
  return build('iam.role', { inlinePolicies, ...fields }, { id: `${iam}:role/${name}`, name });
}

export function models(
  statements: readonly JsonObject[] = [],
  fields: Partial<Fields<'s3.bucket'>> = {},
) {
  const policy = statements.length === 0 ? absent : present(policyOf(...statements));
  return bucket({ ownership: present('BucketOwnerEnforced'), policy, ...fields });
}

/** The `encryption` field of a bucket whose objects the key encrypts, each by itself. */
export const byKey = present({ algorithm: 'aws:kms', key: keyArn(), bucketKey: false });

/** Leaves the key to the account's own policies. */
export const delegation: JsonObject = {
  Effect: 'Allow',
  Principal: { AWS: `${iam}:root` },
  Action: 'kms:*',
  Resource: '*',
};

export function keyWith(
  statements: readonly JsonObject[],
  fields: Partial<Fields<'kms.key'>> = {},
) {
  return key({ policy: present(policyOf(...statements)), grants: present([]), ...fields });
}

/** A member of the organisation o-ours; resource control policies of its own account. */
export function memberOf(rcp: readonly JsonObject[]) {
  const full = namedPolicy('full', { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' });
  return build('organizations.account', {
    organization: present({ id: 'o-ours', managementAccount: '999999999999', featureSet: 'ALL' }),
    path: present(['r-1', accountId]),
    resourceControlPolicies: present([
      { target: accountId, policies: [full, namedPolicy('limits', ...rcp)] },
    ]),
  });
}

/** An account in no organisation unless a member is given. */
export function accountWith(...resources: readonly unknown[]): Account {
  const given = resources as readonly Resource[]; // builders give Identity and Fields of one kind
  const all = [s3Account(blockOf(false)), ...given] as readonly Resource[];
  const alone = build('organizations.account') as unknown as Resource;
  const isMember = given.some(({ kind }) => kind === 'organizations.account');
  return openAccount(snapshotOf(isMember ? all : [...all, alone]), undeclared);
}

/** Everybody but the own root user, e.g. `can arn:…:role/train`. */
export function whoCan(account: Account, question = readModels): readonly string[] {
  return account
    .whoCan(question)
    .reaches.filter(({ subject }) => subject.sort !== 'root')
    .map(({ subject, answer }) => `${answer.is === 'yes' ? 'can' : 'may'} ${subject.name}`);
}
