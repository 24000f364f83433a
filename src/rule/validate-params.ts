import { didYouMean } from '../model/did-you-mean.ts';
import { isJsonObject } from '../model/json.ts';
import { UserError } from '../model/user-error.ts';
import type { AnyRule, Params, ParamValue } from './rule.ts';

/**
 * Overrides by rule id, as a configuration holds them, held against the defaults of the rules: known
 * rules, known names, and each value of the type of its default.
 *
 * @param source - Where they come from, for messages, e.g. `leastwise.yaml`.
 */
export function validateParams(
  rules: readonly AnyRule[],
  overrides: ReadonlyMap<string, unknown>,
  source = 'params',
): ReadonlyMap<string, Params> {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  return new Map(
    [...overrides].map(([id, values]) => {
      const rule = known.get(id);
      const place = `${source}: ${id}`;
      if (rule === undefined) {
        throw new UserError(`${place}: no such rule${hintOf(id, known.keys())}`);
      }
      return [id, paramsOf(rule, values, place)];
    }),
  );
}

function paramsOf(rule: AnyRule, values: unknown, place: string): Params {
  if (!isJsonObject(values)) throw new UserError(`${place}: expected names with values`);
  const names = Object.keys(rule.params);
  for (const name of Object.keys(values)) {
    if (names.includes(name)) continue;
    const offer = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
    const hint = hintOf(name, names);
    throw new UserError(`${place}: the rule has no parameter "${name}"; ${offer}${hint}`);
  }
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const standard = rule.params[name];
      if (standard === undefined) throw new UserError(`${place}: no parameter "${name}"`);
      return [name, paramOf(value, standard, `${place}.${name}`)];
    }),
  );
}

function paramOf(value: unknown, standard: ParamValue, place: string): ParamValue {
  const expected = typeName(standard);
  if (isParam(value) && typeName(value) === expected) return value;
  throw new UserError(`${place}: expected ${expected}, got ${JSON.stringify(value)}`);
}

/** Numbers are finite: NaN would make every comparison of a rule false. */
export function isParam(value: unknown): value is ParamValue {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
  return ['string', 'boolean'].includes(typeof value) || Number.isFinite(value);
}

function typeName(value: ParamValue): string {
  if (Array.isArray(value)) return 'a list of texts';
  return `a ${typeof value === 'string' ? 'text' : typeof value}`;
}

function hintOf(word: string, known: Iterable<string>): string {
  const near = didYouMean(word, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
