import type { Account } from '../account/account.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { isUnread, notCollected } from '../model/observed.ts';
import type { Resource } from '../model/resource.ts';
import type { Missing } from '../model/verdict.ts';
import type { Place, Places } from './place.ts';
import type { PlaceType } from './verb-actions.ts';

/** The keys that an id, ARN or alias names; an alias may name one in each region. */
export function keyPlaces(account: Account, reference: string): Places {
  const all = account.all('kms.key');
  const regions = [...new Set(all.map(({ region }) => region))].sort();
  const lookups = regions.map((region) => account.key(reference, region));
  const keys = new Map(
    lookups.flatMap((one) => (one.found === 'key' ? [[one.key.id, one.key] as const] : [])),
  );
  const unsure = lookups.flatMap((one) => (one.found === 'unknown' ? [one.missing] : []));
  const parts = [...keys.values()].map(placeOf);
  const missing = [...parts.flatMap((one) => one.missing), ...unsure, ...account.gaps('kms.key')];
  const list = parts.flatMap((one) => one.list);
  if (keys.size > 0 || missing.length > 0) return { list, missing };
  return { list, missing: [noSuchKey(reference, all)] };
}

const typeOfUsage: { readonly [usage: string]: PlaceType } = {
  ENCRYPT_DECRYPT: 'encryption-key',
  SIGN_VERIFY: 'signing-key',
  GENERATE_VERIFY_MAC: 'mac-key',
};

function placeOf({ id, usage }: Resource<'kms.key'>): Places {
  const what = `usage of ${id}`;
  if (isUnread(usage)) return { list: [], missing: [{ what, why: usage }] };
  const type = usage.state === 'present' ? typeOfUsage[usage.value] : undefined;
  if (type !== undefined) return { list: [{ type, resource: id } satisfies Place], missing: [] };
  const why = notCollected('it is not known what one can do with such a key');
  return { list: [], missing: [{ what, why }] };
}

function noSuchKey(reference: string, keys: readonly Resource<'kms.key'>[]): Missing {
  const known = keys.flatMap(({ aliases }) => (aliases.state === 'present' ? aliases.value : []));
  const near = didYouMean(reference, known);
  const mend = near === undefined ? {} : { mend: `did you mean "${near}"?` };
  return { what: `key ${reference}`, why: notCollected('the account has no such key'), ...mend };
}
