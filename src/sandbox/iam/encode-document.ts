import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { isJsonList } from '../input.ts';

const documentMembers = new Set(['AssumeRolePolicyDocument', 'PolicyDocument', 'Document']);

/**
 * The same object with its policy documents as IAM sends them: JSON text, URL-encoded by RFC 3986.
 * A document that is text already is encoded as it stands, so a world can hold broken ones.
 */
export function encodeDocuments(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([member, value]) => [
      member,
      documentMembers.has(member) ? encodeDocument(value) : encodeWithin(value),
    ]),
  );
}

function encodeWithin(value: JsonValue): JsonValue {
  if (isJsonList(value)) return value.map(encodeWithin);
  return isJsonObject(value) ? encodeDocuments(value) : value;
}

function encodeDocument(document: JsonValue): string {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  // encodeURIComponent leaves these five alone, RFC 3986 reserves them.
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
