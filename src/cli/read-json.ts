import { readFileSync } from 'node:fs';
import { duplicateKey } from '../model/duplicate-key.ts';
import type { JsonValue } from '../model/json.ts';
import { jsonFault } from '../model/json-fault.ts';
import { printable } from '../model/printable.ts';
import { UserError } from '../model/user-error.ts';

/** The JSON of a file. Throws `UserError` with the place where it is broken. */
export function readJson(file: string): JsonValue {
  const name = file === '-' ? 'standard input' : file;
  const text = readText(file, name);
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch (error) {
    throw new UserError(`${name}: not JSON${placeIn(text)}: ${printable(messageOf(error))}`, {
      cause: error,
    });
  }
  const twice = duplicateKey(text);
  if (twice === undefined) return value;
  throw new UserError(
    `${name}: ${printable(twice)} is there twice, and only one can count; remove the other`,
  );
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UserError(`${name}: cannot be read: ${messageOf(error)}`, { cause: error });
  }
}

/** Counted as editors do, from 1. */
function placeIn(text: string): string {
  const fault = jsonFault(text);
  if (fault === undefined) return '';
  const lines = text.slice(0, fault).split(/\r\n|\r|\n/);
  return ` at line ${String(lines.length)}, column ${String((lines.at(-1)?.length ?? 0) + 1)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/ in JSON at position \d+.*$/s, '')
    : String(error);
}
