import type { JsonValue } from '../../model/json.ts';
import { error, warning, type Check, type PolicyKind } from './finding.ts';

interface Limit {
  readonly most: number;
  /** What may have no more. */
  readonly who: string;
}

/**
 * Characters (IAM and STS quotas; Quotas for AWS Organizations; limits of Amazon S3 and AWS KMS).
 * Beyond the first some ways are closed, beyond the last all.
 */
const limits: Readonly<Record<PolicyKind, readonly Limit[]>> = {
  identity: [
    { most: 6144, who: 'a managed policy may have' },
    { most: 10_240, who: 'the inline policies of a role may have together' },
  ],
  trust: [
    { most: 2048, who: "a trust policy may have unless the account's quota was raised" },
    { most: 8192, who: 'a trust policy may have even with the highest quota' },
  ],
  resource: [
    { most: 20_480, who: 'a bucket policy may have' },
    { most: 32_768, who: 'a key policy may have' },
    { most: 102_400, who: 'any resource policy may have' },
  ],
  scp: [{ most: 10_240, who: 'a service control policy may have' }],
  rcp: [{ most: 5120, who: 'a resource control policy may have' }],
};

/** Beyond every limit: only what is found at a glance is looked for. */
export function isOutsized(document: JsonValue): boolean {
  return compactLength(document) > 102_400;
}

/** More than AWS takes, white space not counted: AWS counts it in some places and not in others. */
export const size: Check = ({ document, kind }) => {
  const length = compactLength(document);
  const passed = limits[kind].filter(({ most }) => length > most);
  const last = passed.at(-1);
  if (last === undefined) return [];
  const message = `${String(length)} characters without white space are more than the ${String(last.most)} that ${last.who}; split it, or use fewer and wider statements`;
  const finding = passed.length === limits[kind].length ? error : warning;
  return [finding('size', '', message)];
};

/** Without recursion: a document may be nested deeper than the stack. */
function compactLength(document: JsonValue): number {
  let length = 0;
  const left: JsonValue[] = [document];
  for (let value = left.pop(); value !== undefined; value = left.pop()) {
    if (typeof value === 'string') length += textLength(value);
    else if (value === null || typeof value !== 'object') length += String(value).length;
    else {
      const names = Array.isArray(value) ? [] : Object.keys(value);
      const items: readonly JsonValue[] = Object.values(value);
      // Brackets, and a comma between two items; a colon after each name.
      length += 2 + Math.max(0, items.length - 1) + names.length;
      for (const name of names) length += textLength(name);
      for (const item of items) left.push(item);
    }
  }
  return length;
}

function textLength(text: string): number {
  return JSON.stringify(text).replaceAll(/\s/g, '').length;
}
