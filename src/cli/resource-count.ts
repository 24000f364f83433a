import type { Manifest } from '../model/snapshot.ts';

/** How many resources a snapshot holds. */
export function resourceCount({ files }: Manifest): number {
  return files
    .filter((file) => file.path.startsWith('items/'))
    .reduce((sum, file) => sum + file.lines, 0);
}
