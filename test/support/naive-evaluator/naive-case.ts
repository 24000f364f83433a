// The batch case of `leastwise policy decide` as this evaluator reads it. Nothing here comes from
// the engine: the two share only the JSON.

export type Text = string | readonly string[];
export type Scalar = string | number | boolean;

export type NaivePrincipal = '*' | { readonly [type: string]: Text };

export interface NaiveStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: NaivePrincipal;
  readonly NotPrincipal?: NaivePrincipal;
  readonly Action?: Text;
  readonly NotAction?: Text;
  readonly Resource?: Text;
  readonly NotResource?: Text;
  readonly Condition?: {
    readonly [operator: string]: { readonly [key: string]: Scalar | readonly Scalar[] };
  };
}

export interface NaiveDocument {
  readonly Version?: string;
  readonly Statement: NaiveStatement | readonly NaiveStatement[];
}

export interface NaiveRequest {
  readonly principal: string | { readonly service: string } | { readonly federated: string };
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount?: string;
  readonly context?: { readonly [key: string]: Scalar | readonly Scalar[] };
}

export interface NaivePolicies {
  readonly identity?: readonly NaiveDocument[];
  readonly boundary?: readonly NaiveDocument[];
  readonly session?: readonly NaiveDocument[];
  readonly scp?: readonly (readonly NaiveDocument[])[];
  readonly rcp?: readonly (readonly NaiveDocument[])[];
  readonly endpoint?: readonly NaiveDocument[];
  readonly resource?: NaiveDocument;
}

export interface NaiveCase {
  readonly request: NaiveRequest;
  readonly policies: NaivePolicies;
}

export function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
