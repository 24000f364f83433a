import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';

/**
 * Condition keys by which S3 holds a grant to everybody not to be public, given fixed values
 * ("The meaning of public", S3 user guide).
 */
const narrowingKeys: readonly string[] = [
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceip',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
];

/** What GetBucketPolicyStatus would say: some statement allows everybody without a fixed bound. */
export function isPublicPolicy(policy: JsonObject): boolean {
  return listOf(policy['Statement']).some(
    (statement) =>
      isJsonObject(statement) &&
      statement['Effect'] === 'Allow' &&
      isEverybody(statement['Principal']) &&
      !isBound(statement['Condition']),
  );
}

function isEverybody(principal: JsonValue | undefined): boolean {
  if (principal === '*') return true;
  return isJsonObject(principal) && listOf(principal['AWS']).includes('*');
}

function isBound(condition: JsonValue | undefined): boolean {
  if (!isJsonObject(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      !/not|null|ifexists/i.test(operator) &&
      isJsonObject(keys) &&
      Object.entries(keys).some(
        ([key, values]) =>
          narrowingKeys.includes(key.toLowerCase()) &&
          listOf(values).every((value) => typeof value === 'string' && !/[*?]|\/0$/.test(value)),
      ),
  );
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
