import type { JsonValue } from '../../model/json.ts';
import { FileValue } from './file-value.ts';

/** A file with one JSON value or several, one after the other. */
export interface JsonFile {
  readonly file: string;
  readonly values: readonly JsonValue[];
}

/** The pages in a file: its values, and where a value is a list, the items of that list. */
export function detailsPages({ file, values }: JsonFile): readonly FileValue[] {
  return values.flatMap((value, index) => {
    const place = values.length === 1 ? '' : `value ${String(index + 1)}: `;
    const page = new FileValue(value, file, place);
    return Array.isArray(value) ? page.list() : [page];
  });
}
