import { readFileSync } from 'node:fs';
import { duplicateKey } from '../model/duplicate-key.ts';
import type { JsonValue } from '../model/json.ts';
import { UserError } from '../model/user-error.ts';

/** The JSON of a file. Throws `UserError` with the place where it is broken. */
export function readJson(file: string): JsonValue {
  const text = readText(file);
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    throw new UserError(`${file}: not JSON: ${messageOf(error)}`, { cause: error });
  }
  const twice = duplicateKey(text);
  if (twice === undefined) return value;
  throw new UserError(`${file}: ${twice} is there twice, and only one can count; remove the other`);
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UserError(`${file}: cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
