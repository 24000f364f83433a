/** The part of a JSON Schema (draft 7) that we look into; every other keyword is ajv's. */
export interface JsonSchema {
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly description?: string;
  readonly [keyword: string]: unknown;
}
