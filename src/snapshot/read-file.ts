import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { sha256 } from '../model/canonical.ts';
import type { FileEntry } from '../model/snapshot.ts';
import { errorCode, readIfThere } from './disk.ts';
import { endsWhole, linesOf } from './lines.ts';
import type { Mismatch } from './mismatch.ts';

export interface FileReading<T> {
  /** What could be read of it, in the order of the lines. */
  readonly values: readonly T[];
  readonly problems: readonly Mismatch[];
}

/**
 * Reads a file of the snapshot line by line, against what the manifest says of it. Goes on after a
 * problem, so that all are found. `decode` throws an error that says what is wrong with a line.
 */
export async function readFileLines<T>(
  dir: string,
  entry: FileEntry,
  decode: (line: string) => T,
): Promise<FileReading<T>> {
  const bytes = readIfThere(join(dir, entry.path));
  if (bytes === undefined) return failed(entry, 'is missing');
  const problems = digestProblems(entry, bytes);
  const plain = await unpack(entry, bytes);
  if (plain === undefined) return failed(entry, ...problems, 'is not a whole gzip file');
  if (!isUtf8(plain)) problems.push('is not UTF-8');
  if (!endsWhole(plain)) problems.push('has a last line that is cut off');
  const values: T[] = [];
  let number = 0;
  for (const line of linesOf(plain)) {
    number += 1;
    try {
      values.push(decode(line));
    } catch (error) {
      problems.push(`line ${number}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (number !== entry.lines)
    problems.push(`has ${number} lines, but the manifest says ${entry.lines}`);
  return { values, problems: problems.map((problem) => ({ path: entry.path, problem })) };
}

function digestProblems(entry: FileEntry, bytes: Uint8Array): string[] {
  const problems: string[] = [];
  if (bytes.length !== entry.bytes)
    problems.push(`has ${bytes.length} bytes, but the manifest says ${entry.bytes}`);
  const digest = sha256(bytes);
  if (digest !== entry.sha256)
    problems.push(`has the SHA-256 ${digest}, but the manifest says ${entry.sha256}`);
  return problems;
}

async function unpack(entry: FileEntry, bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (!entry.path.endsWith('.gz')) return bytes;
  try {
    return await promisify(gunzip)(bytes);
  } catch (error) {
    if (errorCode(error).startsWith('Z_')) return undefined;
    throw error;
  }
}

function failed(entry: FileEntry, ...problems: string[]): FileReading<never> {
  return { values: [], problems: problems.map((problem) => ({ path: entry.path, problem })) };
}
