import { sha256 } from '../../model/canonical.ts';
import { isJsonObject, type JsonValue } from '../../model/json.ts';
import type { PolicyText } from '../../model/policy.ts';
import type { FileValue } from './file-value.ts';

/**
 * A resource's policy out of a file: the document itself, or the reply of GetBucketPolicy or
 * GetKeyPolicy, which holds it as a text. Throws `UserError` for anything else.
 */
export function importedPolicy(given: FileValue): PolicyText {
  const reply = given.member('Policy');
  const held = reply.isMissing ? given : reply;
  if (typeof held.value === 'string') return documentIn(held, held.value);
  return documentIn(held, JSON.stringify(held.value));
}

function documentIn(held: FileValue, text: string): PolicyText {
  const document = parse(text);
  if (isJsonObject(document) && document['Statement'] !== undefined) {
    return { document, sha256: sha256(text) };
  }
  throw held.wrong(
    'is no policy document: it has no Statement',
    'give the document, or what `aws s3api get-bucket-policy` or `aws kms get-key-policy` prints',
  );
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
