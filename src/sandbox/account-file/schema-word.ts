import type { JsonSchema } from '../../yaml/json-schema.ts';

export type Members = { readonly [name: string]: JsonSchema };

export const text: JsonSchema = { type: 'string' };
export const flag: JsonSchema = { type: 'boolean' };
export const whole: JsonSchema = { type: 'integer' };
export const texts: JsonSchema = { type: 'array', items: text };
export const anything: JsonSchema = {};
/** Members are AWS's and are not looked at. */
export const anyObject: JsonSchema = { type: 'object' };
export const tags: JsonSchema = { type: 'object', additionalProperties: text };

export function oneOf(...values: readonly string[]): JsonSchema {
  return { type: 'string', enum: values };
}

/** Text of a form; `description` is what a message says of it. */
export function form(pattern: string, description: string): JsonSchema {
  return { type: 'string', pattern, description };
}

/** Only these members; null when nothing is required, for an entry without anything behind it. */
export function closed(properties: Members, required: readonly string[] = []): JsonSchema {
  const type = required.length === 0 ? ['object', 'null'] : 'object';
  return { type, properties, required, additionalProperties: false };
}

/** A map whose names the user chooses. */
export function named(entry: JsonSchema, names?: JsonSchema): JsonSchema {
  const propertyNames = names === undefined ? {} : { propertyNames: names };
  return { type: ['object', 'null'], additionalProperties: entry, ...propertyNames };
}

/** A policy document or a list of statements; what they say is the account's own affair. */
export const policy: JsonSchema = { type: ['object', 'array'], items: anyObject };

/** The names of members of an object form, in a word form too: `blocked` or `{ … }`. */
export function wordOr(words: string, object: JsonSchema): JsonSchema {
  return { ...object, type: ['string', 'object'], pattern: words };
}

export const account = form('^\\d{12}$', 'an account id: twelve digits in quotes');
export const region = form('^[a-z]{2,4}(-[a-z]+)+-\\d$', 'a region such as eu-west-1');
