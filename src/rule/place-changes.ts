import type { Account } from '../account/account.ts';
import { accessOf, type Access } from './access.ts';
import { ask } from './duties.ts';

const ofObjects = [
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutObjectAcl',
  's3:PutObjectTagging',
  's3:RestoreObject',
  's3:PutObjectRetention',
  's3:PutObjectLegalHold',
  's3:BypassGovernanceRetention',
];

const ofBucket = [
  's3:PutLifecycleConfiguration',
  's3:PutBucketPolicy',
  's3:PutBucketVersioning',
  's3:PutReplicationConfiguration',
];

const known = new WeakMap<Account, Map<string, Access>>();

/**
 * How a role comes to change the objects of a place (ARN pattern), or what keeps them. Thousands of
 * jobs have the same role and the same input: asked once.
 */
export function changesOfPlace(account: Account, role: string, place: string): Access {
  const ofAccount = known.get(account) ?? new Map<string, Access>();
  known.set(account, ofAccount);
  const key = `${role} ${place}`;
  const access =
    ofAccount.get(key) ??
    accessOf(account, role, [
      ...ask(ofObjects, [place]),
      ...ask(ofBucket, [place.replace(/\/.*$/s, '')]),
    ]);
  ofAccount.set(key, access);
  return access;
}
