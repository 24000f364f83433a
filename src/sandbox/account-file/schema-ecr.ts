import type { JsonSchema } from '../../yaml/json-schema.ts';
import { closed, flag, form, named, oneOf, policy, region, tags, text } from './schema-word.ts';

const repository: JsonSchema = closed({
  created: text,
  tags,
  policy,
  tagMutability: oneOf(
    'MUTABLE',
    'IMMUTABLE',
    'MUTABLE_WITH_EXCLUSION',
    'IMMUTABLE_WITH_EXCLUSION',
  ),
  scanOnPush: flag,
  encryption: {
    ...closed({ type: oneOf('KMS', 'KMS_DSSE'), key: text }),
    type: ['string', 'object'],
    description: 'AES256, KMS, a key, or { type, key }',
  },
});

const repositoryName = form(
  '^[a-z0-9]+([._/-][a-z0-9]+)*$',
  'a repository name such as fraud/train: small letters, digits, and . _ - / between them',
);

/** By region; `policy` is the registry's own. */
export const ecrSchema = named(
  closed({ policy, repositories: named(repository, repositoryName) }),
  region,
);
