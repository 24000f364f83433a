import type { Account } from '../account/account.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { notCollected } from '../model/observed.ts';
import type { Missing } from '../model/verdict.ts';
import { globMatches } from '../policy/glob.ts';
import type { NamedPlace } from './named-place.ts';
import type { Place, Places } from './place.ts';

type Objects = Extract<NamedPlace, { is: 'objects' }>;

/** The objects of every bucket that is meant, and the bucket itself, whose settings keep them. */
export function objectPlaces(account: Account, { bucket, keys }: Objects): Places {
  const buckets = account.all('s3.bucket').filter(({ name }) => globMatches(bucket, name));
  const list = buckets.flatMap(({ id }): readonly Place[] => [
    ...keys.map((key) => ({ type: 'object' as const, resource: `${id}/${key}` })),
    { type: 'bucket', resource: id },
  ]);
  return { list, missing: gapsOf(account, bucket, buckets.length) };
}

function gapsOf(account: Account, bucket: string, found: number): readonly Missing[] {
  const isPattern = /[*?]/.test(bucket);
  if (found > 0) return isPattern ? account.gaps('s3.bucket') : [];
  const [first, ...rest] = account.gaps('s3.bucket');
  if (first !== undefined) return [first, ...rest];
  const near = didYouMean(
    bucket,
    account.all('s3.bucket').map(({ name }) => name),
  );
  const why = notCollected('the account has no such bucket');
  const mend = near === undefined ? {} : { mend: `did you mean "${near}"?` };
  return [{ what: `bucket ${bucket}`, why, ...mend }];
}
