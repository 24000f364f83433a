import type { Account } from '../account/account.ts';
import { didYouMean } from '../model/did-you-mean.ts';

/** A bucket of the account whose name is almost that of the resource, which is none of its buckets. */
export function nearBucket(account: Account, resource: string): string | undefined {
  const name = /^arn:[^:]*:s3:::([^/*?]+)(?:\/|$)/.exec(resource)?.[1];
  const names = account.all('s3.bucket').map((bucket) => bucket.name);
  return name === undefined || names.includes(name) ? undefined : didYouMean(name, names);
}
