import type { Context } from './context.ts';
import type { Principal } from './principal.ts';

/** One action on one resource. A call that needs several is several requests. */
export interface Request {
  readonly principal: Principal;
  /** E.g. `s3:GetObject`, in any case. */
  readonly action: string;
  /** ARN, or `*` for an action without a resource. */
  readonly resource: string;
  /** The account that owns the resource. */
  readonly resourceAccount: string;
  /** Complete: what follows from the principal and the resource is already in it (see `derived-context`). */
  readonly context: Context;
}
