import { join } from 'node:path';
import { snapshotSchema, type Manifest } from '../model/snapshot.ts';
import { UserError } from '../model/user-error.ts';
import { listDirectory, readIfThere } from './disk.ts';
import { manifestName } from './layout.ts';
import { expectedPaths, manifestShape, manifestText, rootOf } from './manifest.ts';
import type { Mismatch } from './mismatch.ts';
import { readPlan } from './plan.ts';
import { isMap } from './shape.ts';

export interface ManifestReading {
  /** Null when the file says too little to go on. */
  readonly manifest: Manifest | null;
  readonly problems: readonly Mismatch[];
}

/**
 * Reads and checks the manifest alone. Throws `UserError` when `dir` is no snapshot, none of this
 * version, or an interrupted capture; everything else is a mismatch.
 */
export function readManifest(dir: string): ManifestReading {
  const bytes = readIfThere(join(dir, manifestName));
  if (bytes === undefined) throw noSnapshot(dir);
  const text = Buffer.from(bytes).toString('utf8');
  const value = parse(text);
  if (value === undefined) return unusable(' is not JSON');
  checkSchema(dir, value);
  const problem = manifestShape(value);
  if (problem !== null) return unusable(problem);
  // The check above has established the members.
  const manifest = value as Manifest;
  return { manifest, problems: contentProblems(manifest, text).map(mismatch) };
}

function contentProblems(manifest: Manifest, text: string): readonly string[] {
  const problems: string[] = [];
  const root = rootOf(manifest);
  if (root !== manifest.root)
    problems.push(`does not fit its root: ${manifest.root} is written, ${root} is computed`);
  if (manifestText(manifest) !== text) problems.push('is not canonical JSON (RFC 8785)');
  const listed = manifest.files.map((file) => file.path);
  const expected = expectedPaths(manifest.kinds);
  for (const path of expected.filter((one) => !listed.includes(one)))
    problems.push(`does not list ${path}`);
  for (const path of listed.filter(
    (one, at) => !expected.includes(one) || listed.indexOf(one) !== at,
  ))
    problems.push(`lists ${path}, which is not a file of this snapshot`);
  return problems;
}

function checkSchema(dir: string, value: unknown): void {
  const schema = isMap(value) ? value['schema'] : undefined;
  // A member of another kind is damage, not another version.
  if (schema === snapshotSchema || typeof schema !== 'string') return;
  throw new UserError(
    `${join(dir, manifestName)} has the format ${JSON.stringify(schema)}; this version reads ` +
      `${snapshotSchema}. Use the version that wrote it, or capture anew.`,
  );
}

function noSnapshot(dir: string): UserError {
  const names = listDirectory(dir);
  if (names === undefined) return new UserError(`There is no directory ${dir}.`);
  const plan = readPlan(dir);
  if (plan === undefined) {
    const mend = names.includes('snapshot') ? ` Did you mean ${join(dir, 'snapshot')}?` : '';
    return new UserError(`${dir} is not a snapshot: it has no ${manifestName}.${mend}`);
  }
  return new UserError(
    `${dir} holds a capture of account ${plan.account} that was interrupted. ` +
      'Run the same snapshot command again with --resume to complete it.',
  );
}

function unusable(problem: string): ManifestReading {
  return { manifest: null, problems: [mismatch(problem.trimStart())] };
}

function mismatch(problem: string): Mismatch {
  return { path: manifestName, problem };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
