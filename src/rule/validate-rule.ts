import { isJsonObject } from '../model/json.ts';
import { severities } from '../model/record.ts';
import { isKind, kindFields } from '../model/resource.ts';
import { isParam } from './validate-params.ts';

/** What keeps an exported value from being the rule of this id; undefined if nothing does. */
export function validateRule(value: unknown, id: string): string | undefined {
  if (!isJsonObject(value)) return 'the default export is not a rule; export default rule({ ... })';
  if (value['id'] !== id) {
    return `id is ${JSON.stringify(value['id'])}, expected "${id}": the id is the path`;
  }
  const empty = ['code', 'title', 'why', 'fix'].find(
    (name) => typeof value[name] !== 'string' || value[name] === '',
  );
  if (empty !== undefined) return `${empty} must be a text`;
  if (!severities.some((severity) => severity === value['severity'])) {
    return `severity is ${JSON.stringify(value['severity'])}, expected one of ${severities.join(', ')}`;
  }
  if (typeof value['check'] !== 'function') return 'check must be a function';
  return kindProblem(value) ?? paramsProblem(value['params']);
}

function kindProblem(value: { readonly [name: string]: unknown }): string | undefined {
  const { on, alsoOn = [], needs, uses } = value;
  if (!Array.isArray(alsoOn)) return 'alsoOn must be a list of kinds';
  if (!Array.isArray(needs)) return 'needs must be a list of fields';
  for (const kind of [on, ...(alsoOn as readonly unknown[])]) {
    if (typeof kind !== 'string' || !isKind(kind))
      return `on is ${JSON.stringify(kind)}, not a kind`;
    const stranger: unknown = needs.find(
      (name: unknown) => !Object.hasOwn(kindFields[kind], String(name)),
    );
    if (stranger !== undefined) {
      return `needs names ${JSON.stringify(stranger)}, no field of ${kind}`;
    }
  }
  if (!Array.isArray(uses)) return 'uses must be a list of kinds';
  const unknownKind: unknown = uses.find(
    (kind: unknown) => typeof kind !== 'string' || !isKind(kind),
  );
  return unknownKind === undefined
    ? undefined
    : `uses names ${JSON.stringify(unknownKind)}, no kind`;
}

function paramsProblem(params: unknown): string | undefined {
  if (!isJsonObject(params)) return 'params must be an object of defaults';
  const bad = Object.entries(params).find(([, value]) => !isParam(value));
  return bad === undefined
    ? undefined
    : `params.${bad[0]} must be a text, a number, a boolean or a list of texts`;
}
