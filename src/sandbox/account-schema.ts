import { ecrSchema } from './account-file/schema-ecr.ts';
import { iamSchema } from './account-file/schema-iam.ts';
import { kmsSchema } from './account-file/schema-kms.ts';
import { organizationSchema } from './account-file/schema-organization.ts';
import { s3Schema } from './account-file/schema-s3.ts';
import { sageMakerSchema, structureSchemas } from './account-file/schema-sagemaker.ts';
import { account, closed, form, oneOf, region } from './account-file/schema-word.ts';

const alias = form(
  '^[a-z0-9](-?[a-z0-9])*$',
  'an account alias: small letters, digits and hyphens',
);

const accountSchema = closed(
  {
    id: account,
    alias,
    partition: oneOf('aws', 'aws-cn', 'aws-us-gov'),
    regions: { type: 'array', minItems: 1, uniqueItems: true, items: region },
    organization: { ...organizationSchema, type: ['object', 'null'] },
    iam: iamSchema,
    s3: s3Schema,
    kms: kmsSchema,
    ecr: ecrSchema,
    sagemaker: sageMakerSchema,
  },
  ['id'],
);

const oneAccount = { $ref: '#/$defs/account' };

/** JSON Schema (draft 7) of the sandbox's account file. */
export const worldSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'leastwise sandbox account',
  if: { type: 'object', required: ['accounts'] },
  // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
  then: closed({ accounts: { type: 'array', minItems: 1, items: oneAccount } }, ['accounts']),
  else: oneAccount,
  $defs: { account: accountSchema, ...structureSchemas },
} as const;
