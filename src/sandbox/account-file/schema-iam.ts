import type { JsonSchema } from '../../yaml/json-schema.ts';
import {
  account,
  anyObject,
  closed,
  flag,
  form,
  named,
  policy,
  tags,
  text,
  texts,
  whole,
  type Members,
} from './schema-word.ts';

const path = form('^/([!-~]+/)?$', 'a path that begins and ends with /');

const entity: Members = {
  path,
  created: text,
  tags,
  policies: texts,
  inline: { type: 'object', additionalProperties: policy },
};

const credentials: Members = {
  console: flag,
  mfa: flag,
  lastUsed: text,
  accessKeys: {
    type: 'array',
    maxItems: 2,
    items: closed({ created: text, lastUsed: text, active: flag }, ['created']),
  },
};

const trust: JsonSchema = {
  type: ['string', 'array', 'object'],
  items: { type: ['string', 'object'] },
  properties: {
    services: texts,
    accounts: { type: 'array', items: account },
    roles: texts,
    federated: texts,
    sourceAccount: account,
    condition: anyObject,
    Version: text,
    Id: text,
    Statement: { type: ['array', 'object'] },
  },
  additionalProperties: false,
};

const passwordPolicy = closed({
  MinimumPasswordLength: whole,
  RequireSymbols: flag,
  RequireNumbers: flag,
  RequireUppercaseCharacters: flag,
  RequireLowercaseCharacters: flag,
  AllowUsersToChangePassword: flag,
  ExpirePasswords: flag,
  MaxPasswordAge: whole,
  PasswordReusePrevention: whole,
  HardExpiry: flag,
});

export const iamSchema = closed({
  passwordPolicy,
  root: closed(credentials),
  users: named(closed({ ...entity, ...credentials, groups: texts, boundary: text })),
  groups: named(closed(entity)),
  roles: named(
    closed(
      {
        ...entity,
        trust,
        boundary: text,
        lastUsed: text,
        instanceProfiles: texts,
        description: text,
      },
      ['trust'],
    ),
  ),
  policies: named(
    closed({ path, created: text, description: text, document: policy }, ['document']),
  ),
  oidcProviders: named(closed({ clientIds: texts, thumbprints: texts, created: text, tags })),
  samlProviders: named(closed({ metadata: text, validUntil: text, created: text, tags })),
});
