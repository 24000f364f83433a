import type { KeyMetadata } from '@aws-sdk/client-kms';
import type { Observed } from '../model/observed.ts';
import type { Fields } from '../model/resource.ts';
import { required } from './observe.ts';
import { fieldOf, isoDate } from './reply.ts';

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

/** Sent while the key waits for its deletion, and only then. */
function deletionDate(key: KeyMetadata): string | undefined {
  if (key.DeletionDate === undefined && key.KeyState !== 'PendingDeletion') return undefined;
  return isoDate(key.DeletionDate, 'DeletionDate');
}
