import { account, closed, form, named, oneOf, policy } from './schema-word.ts';

const level = closed(
  {
    id: form('^(r-[0-9a-z]+|ou-[0-9a-z-]+|\\d{12})$', 'a root (r-…), unit (ou-…) or account id'),
    scp: named(policy),
    rcp: named(policy),
  },
  ['id'],
);

const status = oneOf('ENABLED', 'PENDING_ENABLE', 'PENDING_DISABLE');

/** The levels from the root down; each has FullAWSAccess beside what is given. */
export const organizationSchema = closed(
  {
    id: form('^o-[a-z0-9]{10,32}$', 'an organisation such as o-exampleorgid'),
    managementAccount: account,
    policyTypes: closed({ SERVICE_CONTROL_POLICY: status, RESOURCE_CONTROL_POLICY: status }),
    levels: { type: 'array', minItems: 1, items: level },
  },
  ['id'],
);
