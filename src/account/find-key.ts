import { parseArn } from '../model/arn.ts';
import { isUnread, notCollected } from '../model/observed.ts';
import type { Resource } from '../model/resource.ts';
import type { Account } from './account.ts';
import type { KeyLookup } from './key.ts';

type Key = Resource<'kms.key'>;

/** What the keys of one region are known by. */
interface KeyIndex {
  readonly byId: ReadonlyMap<string, Key>;
  readonly byAlias: ReadonlyMap<string, Key>;
  /** A key whose aliases could not be read: it may have any alias. */
  readonly unnamed: Key | undefined;
}

/** A function that looks keys up in an account; regions are indexed when first asked for. */
export function keyFinder(account: Account): (reference: string, region: string) => KeyLookup {
  const indexes = new Map<string, KeyIndex>();
  const indexOf = (region: string): KeyIndex => {
    const known = indexes.get(region);
    if (known !== undefined) return known;
    const fresh = indexKeys(account.all('kms.key').filter((key) => key.region === region));
    indexes.set(region, fresh);
    return fresh;
  };
  return (reference, region) => {
    const name = readReference(reference, region);
    if (name === undefined) return cannotTell(reference, 'not a reference to a KMS key');
    if (name.account !== undefined && name.account !== account.id) {
      return cannotTell(reference, `the key belongs to account ${name.account}`);
    }
    return lookUp(name, reference, { account, index: indexOf(name.region) });
  };
}

/** A key reference taken apart; `account` is undefined for a bare id or alias. */
export interface KeyReference {
  readonly by: 'id' | 'alias';
  /** Key id, or alias name with its `alias/`. */
  readonly name: string;
  readonly region: string;
  readonly account: string | undefined;
}

/** `undefined` when the text can be no key reference. An ARN's region counts, not `region`. */
export function readReference(text: string, region: string): KeyReference | undefined {
  if (text.startsWith('alias/')) return { by: 'alias', name: text, region, account: undefined };
  const arn = parseArn(text);
  if (arn === undefined) {
    const bare = /^[A-Za-z0-9-]+$/.test(text);
    return bare ? { by: 'id', name: text, region, account: undefined } : undefined;
  }
  if (arn.service !== 'kms') return undefined;
  const place = { region: arn.region, account: arn.account };
  if (arn.resource.startsWith('alias/')) return { by: 'alias', name: arn.resource, ...place };
  if (!arn.resource.startsWith('key/')) return undefined;
  return { by: 'id', name: arn.resource.slice('key/'.length), ...place };
}

function lookUp(
  name: KeyReference,
  reference: string,
  { account, index }: { readonly account: Account; readonly index: KeyIndex },
): KeyLookup {
  const key = (name.by === 'id' ? index.byId : index.byAlias).get(name.name);
  if (key !== undefined) return { found: 'key', key };
  const [gap] = account.gaps('kms.key', name.region);
  if (gap !== undefined) return { found: 'unknown', missing: gap };
  if (name.by === 'alias' && index.unnamed !== undefined && isUnread(index.unnamed.aliases)) {
    const what = `aliases of ${index.unnamed.id}, to find ${reference}`;
    return { found: 'unknown', missing: { what, why: index.unnamed.aliases } };
  }
  return { found: 'none' };
}

function cannotTell(reference: string, why: string): KeyLookup {
  return { found: 'unknown', missing: { what: `key ${reference}`, why: notCollected(why) } };
}

function indexKeys(keys: readonly Key[]): KeyIndex {
  const byId = new Map(keys.map((key) => [key.id.slice(key.id.lastIndexOf('/') + 1), key]));
  const byAlias = new Map<string, Key>();
  for (const key of keys) {
    const aliases = key.aliases.state === 'present' ? key.aliases.value : [];
    for (const alias of aliases) byAlias.set(alias, key);
  }
  return { byId, byAlias, unnamed: keys.find((key) => isUnread(key.aliases)) };
}
