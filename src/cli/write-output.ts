import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { exitCode } from '../model/exit-code.ts';
import { UserError } from '../model/user-error.ts';

/**
 * Writes text to a file as a whole or not at all: beside it first, then fsync and rename. Throws a
 * UserError with exit code 7 when it cannot be written.
 */
export async function writeOutput(
  path: string,
  chunks: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  // A device or pipe is written to as it is; renaming a file over it would replace it.
  const temporary = (await isSpecial(path)) ? path : `${path}.${process.pid}.tmp`;
  try {
    await makeDirectory(dirname(path));
    await pipeline(Readable.from(chunks), createWriteStream(temporary, { mode: 0o644 }));
    if (temporary === path) return;
    await settle(temporary);
    await rename(temporary, path);
  } catch (error) {
    if (temporary !== path) await rm(temporary, { force: true });
    throw notWritten(path, error);
  }
}

/** Throws a UserError with exit code 7 when there can be no such directory. */
export async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** Removes a file that an earlier run left. */
export async function removeOutput(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw notWritten(path, error);
  }
}

/** An error of the file system as one that the user can mend; any other as it is. */
export function notWritten(path: string, error: unknown): unknown {
  if (!isSystemError(error)) return error;
  return new UserError(`${path} could not be written: ${error.message}; choose another path`, {
    exitCode: exitCode.report,
    cause: error,
  });
}

async function settle(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'errno' in error;
}

async function isSpecial(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    return !found.isFile() && !found.isDirectory();
  } catch {
    return false;
  }
}
