import type { JsonValue } from '../../model/json.ts';
import { error, type Check } from './finding.ts';

/**
 * IAM takes tab, line feed, carriage return and U+0020 to U+00FF (IAM and STS quotas, name
 * requirements). Half a surrogate pair is no character to anybody.
 */
const foreignToIam = /[^\t\n\r\u0020-\u00ff]/u;
const foreign = /\p{Surrogate}/u;

/** Characters that no policy of its kind may have. */
export const characters: Check = ({ document, kind }) => {
  const iam = kind === 'identity' || kind === 'trust';
  const found = firstMatch(document, iam ? foreignToIam : foreign);
  if (found === undefined) return [];
  const code = found.codePointAt(0)?.toString(16).padStart(4, '0').toUpperCase() ?? '';
  const message = iam
    ? `U+${code} is in it, and IAM takes no characters but tabs, line breaks and U+0020 to U+00FF; replace it`
    : `U+${code} is in it, which is half a character; replace it`;
  return [error('character', '', message)];
};

/** Without recursion: a document may be nested deeper than the stack. */
function firstMatch(document: JsonValue, wanted: RegExp): string | undefined {
  const left: JsonValue[] = [document];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string') {
      const found = wanted.exec(value)?.[0];
      if (found !== undefined) return found;
    } else if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value)) for (const name of Object.keys(value)) left.push(name);
      for (const item of Object.values(value) as readonly JsonValue[]) left.push(item);
    }
  }
  return undefined;
}
