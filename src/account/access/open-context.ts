import type { Context } from '../../decide/context.ts';
import { derivedContext } from '../../decide/derived-context.ts';
import type { Principal } from '../../decide/principal.ts';

/**
 * Every request of the principal at once: all that does not follow from who asks is unknown, but
 * what is given (keys in lower case). What is denied in it is denied whatever the request carries.
 */
export function openContext(
  principal: Principal,
  resourceAccount: string,
  given: { readonly [key: string]: string } = {},
): Context {
  return derivedContext(principal, resourceAccount, {
    get: (key) => (given[key] === undefined ? 'unknown' : [given[key]]),
  });
}
