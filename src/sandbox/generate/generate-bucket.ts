import { bucketName, teamOf } from './team.ts';
import type { BucketFile, Named } from '../account-file/account-file.ts';
import type { Dice } from './dice.ts';

/** Every setting is right in nine buckets of ten, so that the faults are spread. */
export function generateBuckets(count: number, roll: Dice): Named<BucketFile> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const team = teamOf(index);
      const bucket: BucketFile = {
        encryption: roll.chance(0.9) ? team : 'AES256',
        public: roll.chance(0.95) ? 'blocked' : 'open',
        ownership: roll.chance(0.9) ? 'BucketOwnerEnforced' : 'ObjectWriter',
        tlsOnly: roll.chance(0.9),
        tags: { team },
        ...(roll.chance(0.9) ? { versioning: 'Enabled' } : {}),
        ...(roll.chance(0.5) ? { objectLock: { mode: 'GOVERNANCE', days: 30 } } : {}),
      };
      return [bucketName(index), bucket];
    }),
  );
}
