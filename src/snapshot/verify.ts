import fs from 'node:fs';
import { join, relative, sep } from 'node:path';
import { journalName, manifestName } from './layout.ts';
import type { Mismatch } from './mismatch.ts';
import { readContent } from './read-content.ts';
import { readManifest } from './read-manifest.ts';

/**
 * Computes every hash and count of a snapshot anew and tells all that does not match, sorted by
 * path; empty iff the snapshot is as it was published. Throws `UserError` where there is no
 * snapshot to verify.
 */
export async function verifySnapshot(dir: string): Promise<readonly Mismatch[]> {
  const { manifest, problems } = readManifest(dir);
  if (manifest === null) return problems;
  const content = await readContent(dir, manifest, false);
  const known = new Set([manifestName, ...manifest.files.map((file) => file.path)]);
  const extra = filesIn(dir)
    .filter((path) => !known.has(path))
    .map((path) => ({ path, problem: 'is not a file of this snapshot' }));
  // A stable sort: what is wrong with one file stays in the order of its lines.
  return [...problems, ...content.problems, ...extra].sort((a, b) =>
    a.path === b.path ? 0 : a.path < b.path ? -1 : 1,
  );
}

/** Without the journal, which a capture killed right after its publication leaves behind. */
function filesIn(dir: string): readonly string[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith(`${journalName}/`));
}
