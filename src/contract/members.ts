import type { Missing } from '../model/verdict.ts';
import type { Caller } from './caller.ts';

/** Who a persona is, in one account. */
export interface Members {
  readonly persona: string;
  /** ARNs of users and roles of the account, in their order. */
  readonly principals: ReadonlySet<string>;
  /** All others, as far as they can be named. */
  readonly others: readonly Other[];
  /** Names that nobody has, and lists that are not complete. */
  readonly missing: readonly Missing[];
  /** Further roles may be members: not all is known of what they are to execute. */
  readonly isOpen: boolean;
}

/** Somebody outside the account, or all of a sort. */
export interface Other {
  /** As findings name it, e.g. `service/logging.s3.amazonaws.com`. */
  readonly name: string;
  is(caller: Caller): boolean;
  /** Whether it shows that they can, if this one can; left out: as `is`. */
  shows?(caller: Caller): boolean;
}

export function isMember({ principals, others }: Members, caller: Caller): boolean {
  const own = caller.arn !== undefined && principals.has(caller.arn);
  return own || others.some((one) => one.is(caller));
}
