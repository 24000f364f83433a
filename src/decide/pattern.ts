import type { Context } from './context.ts';
import type { Tri } from './tri.ts';

/** A piece of a pattern: text taken literally, a wildcard, or a policy variable. */
export type Part =
  | string
  | { readonly wildcard: 'one' | 'run' }
  /** `key` in lower case. */
  | { readonly variable: string; readonly fallback?: string };

/** Text with wildcards and policy variables, compiled once. */
export interface Pattern {
  /** As written. */
  readonly text: string;
  readonly parts: readonly Part[];
  /**
   * Whether the whole of `value` matches. `undefined` as `no value`: a variable of the pattern has
   * no value in this request, which each caller reads in its own way (IAM variables).
   */
  matches(value: string, context: Context): Tri | 'no value';
}
