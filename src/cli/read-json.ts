import { readFileSync } from 'node:fs';
import { duplicateKey } from '../model/duplicate-key.ts';
import type { JsonValue } from '../model/json.ts';
import { jsonFault } from '../model/json-fault.ts';
import { printable } from '../model/printable.ts';
import { UserError } from '../model/user-error.ts';

/** The JSON of a file. Throws `UserError` with the place where it is broken. */
export function readJson(file: string): JsonValue {
  const name = nameOf(file);
  const text = readText(file, name);
  return parseIn(name, text, { from: 0, to: text.length });
}

/**
 * The JSON values of a file, one after the other, as `cat page1.json page2.json` gives them. Throws
 * `UserError` with the place where one is broken, and if there is none.
 */
export function readJsonValues(file: string): readonly JsonValue[] {
  const name = nameOf(file);
  const text = readText(file, name);
  const values: JsonValue[] = [];
  let from = 0;
  while (text.slice(from).trim() !== '') {
    const to = endOfValue(text, from);
    values.push(parseIn(name, text, { from, to }));
    from = to;
  }
  if (values.length === 0) throw new UserError(`${name}: holds nothing; give JSON`);
  return values;
}

/** Where the value that begins at `from` ends, and another may begin; if it is broken, the end. */
function endOfValue(text: string, from: number): number {
  const fault = jsonFault(text.slice(from));
  if (fault === undefined) return text.length;
  // What follows a value is a fault for a text of one value.
  const isWhole = jsonFault(text.slice(from, from + fault)) === undefined;
  return isWhole ? from + fault : text.length;
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

function parseIn(
  name: string,
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): JsonValue {
  const part = text.slice(from, to);
  let value: JsonValue;
  try {
    value = JSON.parse(part) as JsonValue;
  } catch (error) {
    throw new UserError(
      `${name}: not JSON${placeIn(text, from + (jsonFault(part) ?? 0))}: ${printable(messageOf(error))}`,
      { cause: error },
    );
  }
  const twice = duplicateKey(part);
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
function placeIn(text: string, at: number): string {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/);
  return ` at line ${String(lines.length)}, column ${String((lines.at(-1)?.length ?? 0) + 1)}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/ in JSON at position \d+.*$/s, '')
    : String(error);
}
