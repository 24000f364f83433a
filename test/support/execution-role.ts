import type { JsonObject } from '../../src/model/json.ts';
import { present } from '../../src/model/observed.ts';
import type { Fields, Identity } from '../../src/model/resource.ts';
import { accountId, build } from './build.ts';
import { executionTrust, namedPolicy, policyOf } from './policy.ts';

type Role = Identity<'iam.role'> & Fields<'iam.role'>;

export const roleArn = `arn:aws:iam::${accountId}:role/Training`;
export const policyArn = `arn:aws:iam::${accountId}:policy/Training`;

/** An execution role with an inline policy called `work`; no boundary. */
export function executionRole(...statements: readonly JsonObject[]): Role {
  return build(
    'iam.role',
    { trustPolicy: executionTrust, inlinePolicies: present([namedPolicy('work', ...statements)]) },
    { id: roleArn, name: 'Training' },
  );
}

/** An execution role whose only policy is the managed one below. */
export function attachedRole(): Role {
  return build(
    'iam.role',
    {
      trustPolicy: executionTrust,
      attachedPolicies: present([{ name: 'Training', arn: policyArn }]),
    },
    { id: roleArn, name: 'Training' },
  );
}

export function managedPolicy(...statements: readonly JsonObject[]) {
  return build(
    'iam.policy',
    { document: present(policyOf(...statements)) },
    { id: policyArn, name: 'Training' },
  );
}

/** An Allow; members can be replaced or added. */
export function allow(
  action: string | readonly string[],
  resource: string | readonly string[] = '*',
  more: JsonObject = {},
): JsonObject {
  return { Effect: 'Allow', Action: action, Resource: resource, ...more };
}
