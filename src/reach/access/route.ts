import type { Context } from '../../decide/context.ts';
import type { CompiledStatement } from '../../decide/compile-statement.ts';

/** A statement whose action fits. */
export interface Choice {
  readonly statement: CompiledStatement;
  /** It is not sure that it names the caller. */
  readonly unsure: boolean;
}

/** One of the choices must match. */
export interface Group {
  /** What must allow the request, e.g. `the caller's permissions boundary`. */
  readonly name: string;
  readonly choices: readonly Choice[];
  /** Why something beside the choices may allow it, e.g. a policy that was not read. */
  readonly open?: string | undefined;
  /** Something beside the choices surely allows it, e.g. an access control list. */
  readonly free?: boolean;
}

/** One way of being allowed: every group must. */
export type Route = readonly Group[];

/** False: nothing at all allows some group. */
export function isPassable(route: Route): boolean {
  return route.every(canAllow);
}

export function canAllow({ choices, open }: Group): boolean {
  return choices.length > 0 || open !== undefined;
}

/** All ways of being allowed, and what denies whatever way is taken. */
export interface Routes {
  readonly routes: readonly Route[];
  readonly avoid: readonly Choice[];
  /** Why an allowed request may be denied all the same. */
  readonly doubts: readonly string[];
  /** What every request carries; the rest is unknown. */
  readonly known: Context;
  /** No request is allowed, whatever policies say; or every one is. */
  readonly settled?: { readonly is: 'no' | 'yes'; readonly why: string };
}
