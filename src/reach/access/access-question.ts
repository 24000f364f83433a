import type { CompiledPolicySet } from '../../decide/compile-policy-set.ts';
import type { Context, ContextValue } from '../../decide/context.ts';
import type { StatementSource } from '../../decide/decision.ts';
import type { Witness } from '../answer.ts';
import type { Caller } from '../caller.ts';
import type { Domain } from '../domain.ts';
import type { Areas } from './area.ts';

export interface FoundContext {
  readonly [key: string]: ContextValue;
}

/** May this caller do that, on any resource of the areas, in any context? By all layers together. */
export interface AccessQuestion {
  readonly set: CompiledPolicySet;
  readonly caller: Caller;
  readonly action: string;
  readonly areas: Areas;
  readonly resourceAccount: string;
  /** What requests can carry under a key, in lower case. */
  readonly domainOf: (key: string) => Domain;
  /** The whole context of a request for which these values were found. */
  readonly contextOf: (found: FoundContext) => Context;
  /** Steps for the whole question. */
  readonly budget?: number;
}

export type AccessAnswer =
  /** The concrete engine allows the witness; `way` are the statements that let it in. */
  | { readonly is: 'yes'; readonly witness: Witness; readonly way: readonly StatementSource[] }
  /** Proven for every request. `reasons` are worked out when asked for. */
  | { readonly is: 'no'; readonly reasons: readonly string[] }
  | { readonly is: 'may'; readonly reasons: readonly string[] };

/** An answer without its reasons, which can be worked out again. */
export type Finding =
  { readonly is: 'yes'; readonly witness: Witness } | { readonly is: 'no' | 'may' };
