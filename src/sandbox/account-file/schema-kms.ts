import type { JsonSchema } from '../../yaml/json-schema.ts';
import {
  anyObject,
  closed,
  flag,
  form,
  named,
  oneOf,
  policy,
  region,
  tags,
  text,
  texts,
} from './schema-word.ts';

const grant = closed(
  { grantee: text, retiring: text, operations: texts, constraints: anyObject, name: text },
  ['grantee', 'operations'],
);

const key: JsonSchema = closed({
  id: form(
    '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$',
    'a key id such as 1234abcd-12ab-34cd-56ef-1234567890ab',
  ),
  created: text,
  description: text,
  aliases: { type: 'array', items: form('^alias/', 'an alias such as alias/models') },
  spec: text,
  usage: oneOf('ENCRYPT_DECRYPT', 'SIGN_VERIFY', 'GENERATE_VERIFY_MAC', 'KEY_AGREEMENT'),
  origin: oneOf('AWS_KMS', 'EXTERNAL', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'),
  multiRegion: flag,
  state: oneOf(
    'Enabled',
    'Disabled',
    'PendingDeletion',
    'PendingImport',
    'PendingReplicaDeletion',
    'Unavailable',
    'Creating',
    'Updating',
  ),
  deletion: text,
  rotation: { type: ['boolean', 'integer'], minimum: 90, maximum: 2560 },
  policy,
  grants: { type: 'array', items: grant },
  tags,
});

export const kmsSchema = named(named(key), region);
