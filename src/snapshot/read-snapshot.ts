import { join } from 'node:path';
import { exitCode } from '../model/exit-code.ts';
import type { Kind, Resource } from '../model/resource.ts';
import type { Manifest, Snapshot } from '../model/snapshot.ts';
import { UserError } from '../model/user-error.ts';
import type { Mismatch } from './mismatch.ts';
import { readContent } from './read-content.ts';
import { readManifest } from './read-manifest.ts';

/**
 * Reads a snapshot and verifies all of it on the way. Throws `UserError`: exit code 5 for the first
 * thing that is not as it was published, 2 for a directory that is no snapshot of this version.
 */
export async function readSnapshot(dir: string): Promise<Snapshot> {
  const { manifest, problems } = readManifest(dir);
  refuse(dir, problems);
  const { universes, calls, resources, ...content } = await readContent(
    dir,
    established(manifest),
    true,
  );
  refuse(dir, content.problems);
  return {
    manifest: established(manifest),
    universes,
    calls,
    resources: <K extends Kind>(kind: K) =>
      // Sound: each list was read from its kind's file, and every item checked to be of it.
      (resources.get(kind) ?? []) as readonly Resource[] as unknown as readonly Resource<K>[],
  };
}

function refuse(dir: string, problems: readonly Mismatch[]): void {
  const [first] = problems;
  if (first === undefined) return;
  throw new UserError(
    `The snapshot is not as it was published: ${join(dir, first.path)}: ${first.problem}. ` +
      'See everything with `leastwise snapshot verify`; restore the directory or capture anew.',
    { exitCode: exitCode.mismatch },
  );
}

/** A manifest that says too little comes with a problem, which was refused before. */
function established(manifest: Manifest | null): Manifest {
  if (manifest === null) throw new Error('a manifest without problems is missing');
  return manifest;
}
