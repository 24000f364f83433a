import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { suggest, type Problems } from './problems.ts';
import type { JsonSchema } from './json-schema.ts';
import type { YamlPath } from './yaml-source.ts';

/** Adds a problem for everything in `value` that the schema does not allow. */
export function checkSchema(schema: object, value: unknown, problems: Problems): void {
  const validate = validatorOf(schema);
  if (validate(value)) return;
  for (const error of validate.errors ?? []) {
    // These two only say that another error of the list is there.
    if (error.keyword === 'if' || error.keyword === 'propertyNames') continue;
    const name = memberOf(error);
    const path = pathOf(error);
    if (name === undefined) problems.add(path, say(error));
    else problems.add([...path, name], say(error), 'name');
  }
}

const validators = new WeakMap<object, ValidateFunction>();

/** Compiled once: that takes longer than to check. */
function validatorOf(schema: object): ValidateFunction {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const ajv = new Ajv({ allErrors: true, verbose: true, allowUnionTypes: true });
  const validate = ajv.compile(schema);
  validators.set(schema, validate);
  return validate;
}

function pathOf(error: ErrorObject): YamlPath {
  return error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((step) => (/^\d{1,6}$/.test(step) ? Number(step) : step));
}

/** The member whose very name is wrong. */
function memberOf(error: ErrorObject): string | undefined {
  const member: unknown = error.params['additionalProperty'] ?? error.propertyName;
  return typeof member === 'string' ? member : undefined;
}

function say(error: ErrorObject): string {
  const params = error.params as { readonly [name: string]: unknown };
  const schema = (error.parentSchema ?? {}) as JsonSchema;
  switch (error.keyword) {
    case 'additionalProperties': {
      const known = Object.keys(schema.properties ?? {});
      return `unknown member; ${suggest(String(params['additionalProperty']), known)}`;
    }
    case 'required':
      return `"${String(params['missingProperty'])}" is missing`;
    case 'type':
      return sayType(params['type'], error.data);
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).map(String);
      return `${shown(error.data)} is not one of ${allowed.join(', ')}`;
    }
    case 'pattern':
      return `${shown(error.data)} is not ${schema.description ?? 'of the right form'}`;
    default:
      return error.message ?? error.keyword;
  }
}

const typeWords: { readonly [type: string]: string } = {
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  array: 'a list',
  object: 'a map',
};

function sayType(type: unknown, data: unknown): string {
  const types = (Array.isArray(type) ? type : [type]).filter((one) => one !== 'null');
  const wanted = types.map((one) => typeWords[String(one)] ?? String(one)).join(' or ');
  const quote = typeof data === 'number' || typeof data === 'boolean';
  const mend = types.includes('string') && quote ? '; put it in quotes' : '';
  return `must be ${wanted}, not ${shown(data)}${mend}`;
}

function shown(data: unknown): string {
  if (data === null) return 'empty';
  if (Array.isArray(data)) return 'a list';
  // JSON has no word for infinity, which YAML reads from 1e400.
  if (typeof data === 'number') return String(data);
  return typeof data === 'object' ? 'a map' : JSON.stringify(data);
}
