import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import type { Policy, PolicyText, Statement } from '../model/policy.ts';
import { Place, type Oddity } from './oddity.ts';
import { parseStatement } from './parse-statement.ts';

export interface ParsedPolicy {
  readonly policy: Policy;
  /** Not empty: the statements do not say all that the document says. */
  readonly oddities: readonly Oddity[];
}

const parsed = new WeakMap<PolicyText, ParsedPolicy>();

/** Never throws; what it does not understand is an oddity. Parsed once per text (WeakMap). */
export function parsePolicy(text: PolicyText): ParsedPolicy {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const fresh = parseDocument(text.document);
  parsed.set(text, fresh);
  return fresh;
}

/** The same for a document that is read once, without keeping the result. */
export function parseDocument(document: JsonValue): ParsedPolicy {
  const oddities: Oddity[] = [];
  const place = Place.rootOf(oddities);
  if (!isJsonObject(document)) {
    place.odd('the document is not a JSON object');
    return { policy: { version: 'missing', statements: [] }, oddities };
  }
  for (const name of Object.keys(document)) {
    if (!['Version', 'Id', 'Statement'].includes(name)) place.in(name).odd('unknown element');
  }
  const version = readVersion(document, place);
  if (document['Id'] !== undefined && typeof document['Id'] !== 'string') {
    place.in('Id').odd('not a string');
  }
  return { policy: { version, statements: readStatements(document, place) }, oddities };
}

function readVersion(document: JsonObject, place: Place): Policy['version'] {
  const version = document['Version'];
  if (version === undefined) return 'missing';
  if (version === '2012-10-17' || version === '2008-10-17') return version;
  place.in('Version').odd('not a version that AWS knows');
  return 'other';
}

function readStatements(document: JsonObject, place: Place): readonly Statement[] {
  const element = document['Statement'];
  const here = place.in('Statement');
  if (element === undefined) here.odd('missing');
  if (isJsonObject(element)) return [parseStatement(element, 0, here)].flat();
  if (!Array.isArray(element)) {
    if (element !== undefined) here.odd('neither a statement nor a list of statements');
    return [];
  }
  return element.flatMap((one: JsonValue, index) => {
    if (isJsonObject(one)) return parseStatement(one, index, here.in(index));
    here.in(index).odd('not a JSON object');
    return [];
  });
}
