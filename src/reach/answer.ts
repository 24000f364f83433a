import type { ContextValue } from '../decide/context.ts';

/** A concrete request that the concrete engine has been asked about. */
export interface Witness {
  /** ARN, `anonymous`, or a service by name. */
  readonly principal: string | { readonly service: string };
  readonly action: string;
  readonly resource: string;
  readonly context: { readonly [key: string]: ContextValue };
}

/** Is there such a request? `no` is proven, `yes` has a witness that `decide` replayed. */
export type Answer =
  | { readonly is: 'no' }
  | { readonly is: 'yes'; readonly witness: Witness; readonly reasons: readonly string[] }
  | { readonly is: 'may'; readonly reasons: readonly string[] };
