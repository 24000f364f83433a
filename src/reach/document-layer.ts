import { compileLayer, type CompiledLayer } from '../decide/compile-policy-set.ts';
import type { JsonValue } from '../model/json.ts';
import { parseDocument } from '../policy/parse-policy.ts';

/** One document as a layer by itself; `name` is how reasons call it. */
export function documentLayer(
  name: string,
  document: JsonValue,
  layer: 'identity' | 'resource' = 'identity',
): CompiledLayer {
  return compileLayer({ layer }, [{ name, ...parseDocument(document) }]);
}
