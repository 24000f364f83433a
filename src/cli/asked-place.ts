import type { Account } from '../account/account.ts';
import { placesOf } from '../account/reach/places.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { exitCode } from '../model/exit-code.ts';
import { UserError } from '../model/user-error.ts';

/**
 * Throws `UserError` if a pattern fits nothing at all of what the account has: "nobody" would be true
 * and say nothing.
 */
export function refuseEmpty(account: Account, pattern: string, action = ''): void {
  const { list, missing } = placesOf(account, pattern, action);
  if (list.length > 0 || missing.length > 0) return;
  throw new UserError(`nothing in the snapshot fits ${pattern}: nothing was asked`, {
    exitCode: exitCode.vacuous,
  });
}

/** A bucket of the account whose name is almost that of the resource, which is none of its buckets. */
export function nearBucket(account: Account, resource: string): string | undefined {
  const name = /^arn:[^:]*:s3:::([^/*?]+)(?:\/|$)/.exec(resource)?.[1];
  const names = account.all('s3.bucket').map((bucket) => bucket.name);
  return name === undefined || names.includes(name) ? undefined : didYouMean(name, names);
}
