import type { Condition } from '../model/policy.ts';
import type { Layer } from './policy-set.ts';

export type Outcome = 'allowed' | 'explicitly-denied' | 'implicitly-denied' | 'unknown';

export interface Decision {
  readonly outcome: Outcome;
  /** Built when first asked for; never empty. The first one is the most important. */
  readonly reasons: readonly Reason[];
}

/** A statement, its policy and layer. */
export interface StatementSource {
  readonly layer: Layer;
  /** Level of the organisation, from 0 at the root; for SCPs and RCPs. */
  readonly level?: number;
  readonly policy: string;
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid?: string;
}

/** Why a condition, or another element of a statement, did not hold. */
export interface Miss {
  readonly statement: StatementSource;
  readonly element: 'action' | 'resource' | 'principal' | 'condition' | 'document';
  readonly condition?: Condition;
  /** What the element asks for. */
  readonly expected: string;
  /** What the request has. */
  readonly actual: string;
}

export type Reason =
  /** This statement allowed it. */
  | { readonly kind: 'allow'; readonly statement: StatementSource; readonly text: string }
  /** This statement denies it. */
  | { readonly kind: 'deny'; readonly statement: StatementSource; readonly text: string }
  /** Nothing in a layer that must allow it does; the statements that come nearest. */
  | {
      readonly kind: 'no-allow';
      readonly layer: Layer;
      readonly level?: number;
      readonly near: readonly Miss[];
      readonly text: string;
    }
  /** It cannot be told whether this statement matches. */
  | { readonly kind: 'unsure'; readonly miss: Miss; readonly text: string }
  /** A rule of AWS outside all policies, e.g. the root user or RestrictPublicBuckets. */
  | { readonly kind: 'rule'; readonly text: string };
