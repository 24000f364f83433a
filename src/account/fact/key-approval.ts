import { isUnread, type Observed } from '../../model/observed.ts';
import type { Identity } from '../../model/resource.ts';
import type { Missing } from '../../model/verdict.ts';
import type { Account } from '../account.ts';
import { readReference } from '../find-key.ts';

export type KeyApproval =
  | { readonly is: 'approved' }
  | { readonly is: 'not-approved' }
  | { readonly is: 'unknown'; readonly missing: Missing };

/** A key as far as its names go. */
export interface NamedKey extends Identity<'kms.key'> {
  readonly aliases: Observed<readonly string[]>;
}

/** Whether `inputs.approvedKeys` names the key; every key is approved where nothing is declared. */
export function keyApproval(account: Account, key: NamedKey): KeyApproval {
  const declared = account.inputs.approvedKeys;
  if (declared === null) return { is: 'approved' };
  const references = declared.flatMap((entry) => {
    const reference = readReference(entry, key.region);
    if (reference === undefined || reference.region !== key.region) return [];
    return reference.account === undefined || reference.account === key.account ? [reference] : [];
  });
  const id = key.id.slice(key.id.lastIndexOf('/') + 1);
  if (references.some((one) => one.by === 'id' && one.name === id)) return { is: 'approved' };
  const aliases = references.filter((one) => one.by === 'alias').map((one) => one.name);
  if (aliases.length > 0 && isUnread(key.aliases)) {
    return { is: 'unknown', missing: { what: `aliases of ${key.id}`, why: key.aliases } };
  }
  const names = key.aliases.state === 'present' ? key.aliases.value : [];
  return { is: names.some((name) => aliases.includes(name)) ? 'approved' : 'not-approved' };
}
