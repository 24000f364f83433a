const account = { type: 'string', pattern: '^\\d{12}$' };
const documents = { type: 'array' };
const levels = { type: 'array', items: documents };
const scalar = { type: ['string', 'number', 'boolean'] };
const name = { type: 'string', minLength: 1 };

const publicAccessBlock = {
  type: 'object',
  additionalProperties: false,
  properties: {
    blockPublicAcls: { type: 'boolean' },
    ignorePublicAcls: { type: 'boolean' },
    blockPublicPolicy: { type: 'boolean' },
    restrictPublicBuckets: { type: 'boolean' },
  },
};

const acl = {
  type: 'object',
  additionalProperties: false,
  required: ['grants'],
  properties: {
    owner: { type: 'string' },
    grants: {
      type: 'array',
      items: {
        type: 'object',
        required: ['grantee', 'permission'],
        properties: { grantee: { type: 'string' }, permission: { type: 'string' } },
      },
    },
  },
};

const grant = {
  type: 'object',
  required: ['grantee', 'operations'],
  properties: {
    id: { type: 'string' },
    grantee: { type: 'string' },
    retiring: { type: ['string', 'null'] },
    issuer: { type: ['string', 'null'] },
    operations: { type: 'array', items: { type: 'string' } },
    encryptionContextEquals: { type: ['object', 'null'], additionalProperties: { type: 'string' } },
    encryptionContextSubset: { type: ['object', 'null'], additionalProperties: { type: 'string' } },
    sourceArn: { type: 'string' },
  },
};

export const requestSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['principal', 'action', 'resource'],
  properties: {
    principal: {
      oneOf: [
        name,
        {
          type: 'object',
          additionalProperties: false,
          required: ['service'],
          properties: { service: name },
        },
        {
          type: 'object',
          additionalProperties: false,
          required: ['federated'],
          properties: { federated: name },
        },
      ],
    },
    action: { type: 'string', pattern: '^[A-Za-z0-9-]+:[A-Za-z0-9]+$' },
    resource: name,
    resourceAccount: account,
    context: {
      type: 'object',
      additionalProperties: { oneOf: [scalar, { type: 'array', items: scalar }] },
    },
  },
};

export const policiesSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    identity: documents,
    boundary: documents,
    session: documents,
    scp: levels,
    rcp: levels,
    endpoint: documents,
    resource: {},
  },
};

export const settingsSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    s3: {
      type: 'object',
      additionalProperties: false,
      properties: {
        blockPublicAccess: publicAccessBlock,
        ownership: { enum: ['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'] },
        bucketAcl: acl,
        objectAcl: acl,
        objectOwner: account,
        bucketBehind: {
          type: 'object',
          additionalProperties: false,
          required: ['arn'],
          properties: { arn: name, policy: {} },
        },
      },
    },
    kms: {
      type: 'object',
      additionalProperties: false,
      properties: {
        grants: { type: 'array', items: grant },
        manager: { enum: ['AWS', 'CUSTOMER'] },
      },
    },
  },
};

/** Members beside these are the user's own notes. */
export const caseSchema = {
  type: 'object',
  required: ['request'],
  properties: {
    id: { type: ['string', 'number'] },
    request: requestSchema,
    policies: policiesSchema,
    settings: settingsSchema,
  },
};
