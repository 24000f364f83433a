import type { JsonValue } from './json.ts';

/** A policy document as the account holds it: decoded JSON and the hash of its exact text. */
export interface PolicyText {
  readonly document: JsonValue;
  /** SHA-256 (hex) of the document's text after URL decoding. */
  readonly sha256: string;
}

export interface NamedPolicy extends PolicyText {
  readonly name: string;
}

export interface AttachedPolicy {
  readonly name: string;
  readonly arn: string;
}

/** A parsed policy: single values become lists, nothing is dropped. */
export interface Policy {
  readonly version: '2012-10-17' | '2008-10-17' | 'missing' | 'other';
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principal?: PrincipalElement;
  readonly action: ListElement;
  /** Missing in trust policies. */
  readonly resource?: ListElement;
  readonly conditions: readonly Condition[];
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface ListElement {
  readonly not: boolean;
  readonly values: readonly string[];
}

export interface PrincipalElement {
  readonly not: boolean;
  /** The element is the bare `"*"`. */
  readonly everyone: boolean;
  readonly aws: readonly string[];
  readonly service: readonly string[];
  readonly federated: readonly string[];
  readonly canonicalUser: readonly string[];
}

export interface Condition {
  /** As written, e.g. `ForAllValues:StringLikeIfExists`. */
  readonly operator: string;
  /** As written; keys are compared without regard to case. */
  readonly key: string;
  readonly values: readonly string[];
}
