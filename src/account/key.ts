import type { Resource } from '../model/resource.ts';
import type { Missing } from '../model/verdict.ts';

/** What a key reference (id, ARN, alias name or alias ARN) stands for. */
export type KeyLookup =
  | { readonly found: 'key'; readonly key: Resource<'kms.key'> }
  /** The list of keys is complete and holds no such key. */
  | { readonly found: 'none' }
  /** It cannot be told: the list is not complete, aliases were not read, or it is another account's. */
  | { readonly found: 'unknown'; readonly missing: Missing };
