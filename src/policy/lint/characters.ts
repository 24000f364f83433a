import type { JsonValue } from '../../model/json.ts';
import { error, type Check } from './finding.ts';

/**
 * IAM takes tab, line feed, carriage return and U+0020 to U+00FF (IAM and STS quotas, name
 * requirements).
 */
// eslint-disable-next-line no-control-regex
const foreign = /[^\t\n\r\u0020-\u00ff]/u;

export const characters: Check = ({ document, kind }) => {
  if (kind !== 'identity' && kind !== 'trust') return [];
  const found = firstForeign(document);
  if (found === undefined) return [];
  const code = found.codePointAt(0)?.toString(16).padStart(4, '0') ?? '';
  const message = `IAM takes no character beyond U+00FF in a policy, and none that controls a terminal: U+${code.toUpperCase()} is in it; replace it`;
  return [error('character', '', message)];
};

/** Without recursion: a document may be nested deeper than the stack. */
function firstForeign(document: JsonValue): string | undefined {
  const left: JsonValue[] = [document];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string') {
      const found = foreign.exec(value)?.[0];
      if (found !== undefined) return found;
    } else if (typeof value === 'object' && value !== null) {
      if (!Array.isArray(value)) for (const name of Object.keys(value)) left.push(name);
      for (const item of Object.values(value) as readonly JsonValue[]) left.push(item);
    }
  }
  return undefined;
}
