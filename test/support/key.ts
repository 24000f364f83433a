import { present } from '../../src/model/observed.ts';
import { kinds, type Fields, type Identity } from '../../src/model/resource.ts';
import type { Universe } from '../../src/model/snapshot.ts';
import { accountId, build, completeUniverse, region } from './build.ts';

export const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';

export function keyArn(id: string = keyId, inRegion: string = region): string {
  return `arn:aws:kms:${inRegion}:${accountId}:key/${id}`;
}

/** A customer-managed key that is enabled, without aliases. */
export function key(
  fields: Partial<Fields<'kms.key'>> = {},
  identity: Partial<Identity<'kms.key'>> = {},
): Identity<'kms.key'> & Fields<'kms.key'> {
  const manager = present('CUSTOMER');
  const keyState = present('Enabled');
  return build(
    'kms.key',
    { manager, keyState, ...fields },
    { id: keyArn(), name: keyId, ...identity },
  );
}

/** Every list complete but that of the keys. */
export const keysDenied: readonly Universe[] = kinds.map((kind) =>
  kind === 'kms.key'
    ? { ...completeUniverse(kind), end: 'denied' as const }
    : completeUniverse(kind),
);
