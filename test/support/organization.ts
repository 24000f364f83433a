import type { JsonObject } from '../../src/model/json.ts';
import { present } from '../../src/model/observed.ts';
import type { Fields, Identity } from '../../src/model/resource.ts';
import { build } from './build.ts';
import { policyOf } from './policy.ts';

export const ownOrganization = 'o-abcde12345';

/** The account in no organisation: nothing stands above it. */
export const noOrganization = build('organizations.account');

/** The account as a member of an organisation, with these statements in a resource control policy. */
export function organizationWith(
  ...statements: readonly JsonObject[]
): Identity<'organizations.account'> & Fields<'organizations.account'> {
  const everything = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };
  return build('organizations.account', {
    organization: present({
      id: ownOrganization,
      managementAccount: '222200001111',
      featureSet: 'ALL',
    }),
    path: present(['r-ab12', '111122223333']),
    resourceControlPolicies: present([
      {
        target: 'r-ab12',
        policies: [{ name: 'perimeter', ...policyOf(everything, ...statements) }],
      },
    ]),
  });
}
