import { publicFlags } from './schema-s3.ts';
import type { JsonObject } from '../../model/json.ts';
import type { PublicFile } from './account-file.ts';

/** PublicAccessBlockConfiguration; null where there never was one. Flags left out are false. */
export function accessBlock(given: PublicFile): JsonObject | null {
  if (given === 'unset') return null;
  const flagOf = (name: string) => {
    if (typeof given !== 'string') return given[name] ?? false;
    return given === 'blocked';
  };
  return Object.fromEntries(publicFlags.map((name) => [name, flagOf(name)]));
}
