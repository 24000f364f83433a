import type { KeyMetadata } from '@aws-sdk/client-kms';
import type { Observed } from '../../model/observed.ts';
import type { Fields } from '../../model/resource.ts';
import { required } from '../reply/observe.ts';
import { fieldOf, isoDate } from '../reply/reply.ts';

/** The fields of a key that DescribeKey tells. */
export type KeyDescription = Pick<
  Fields<'kms.key'>,
  | 'manager'
  | 'keyState'
  | 'origin'
  | 'spec'
  | 'usage'
  | 'multiRegion'
  | 'deletionDate'
  | 'createdAt'
>;

const call = 'kms:DescribeKey';

export function keyDescription(metadata: Observed<KeyMetadata>): KeyDescription {
  const field = <T>(read: (key: KeyMetadata) => T | undefined) => fieldOf(metadata, call, read);
  return {
    manager: field((key) => required(key.KeyManager, 'KeyManager')),
    keyState: field((key) => required(key.KeyState, 'KeyState')),
    origin: field((key) => required(key.Origin, 'Origin')),
    spec: field((key) => required(key.KeySpec, 'KeySpec')),
    usage: field((key) => required(key.KeyUsage, 'KeyUsage')),
    multiRegion: field((key) => required(key.MultiRegion, 'MultiRegion')),
    deletionDate: field(deletionDate),
    createdAt: field((key) => isoDate(key.CreationDate, 'CreationDate')),
  };
}

/**
 * KMS lets nobody but AWS make an alias that begins with `alias/aws/` (CreateAlias). Where a
 * customer's key has one, one of the two replies is wrong, and whose key it is cannot be told.
 */
export function withheldManager(
  description: KeyDescription,
  aliases: Observed<readonly string[]>,
): KeyDescription {
  const { manager } = description;
  if (manager.state !== 'present' || manager.value !== 'CUSTOMER') return description;
  const names = aliases.state === 'present' ? aliases.value : [];
  const alias = names.find((name) => name.startsWith('alias/aws/'));
  if (alias === undefined) return description;
  const message = `KeyManager is CUSTOMER, but the key has AWS's own ${alias}`;
  return {
    ...description,
    manager: { state: 'error', call, code: 'ContradictoryReply', message },
  };
}

/** Sent while the key waits for its deletion, and only then. */
function deletionDate(key: KeyMetadata): string | undefined {
  if (key.DeletionDate === undefined && key.KeyState !== 'PendingDeletion') return undefined;
  return isoDate(key.DeletionDate, 'DeletionDate');
}
