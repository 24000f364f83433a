import fs from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../model/user-error.ts';

/** A snapshot tells how an account can be attacked: it is for its owner alone. */
export const fileMode = 0o600;
export const directoryMode = 0o700;

const mends: { readonly [code: string]: string } = {
  EACCES: 'no permission: choose another directory, or run as its owner',
  EPERM: 'not permitted: choose another directory, or run as its owner',
  EROFS: 'the file system is read-only: choose another directory',
  ENOSPC: 'the disk is full: make room and resume the capture',
  EDQUOT: 'the disk quota is used up: make room and resume the capture',
  EEXIST: 'another capture is writing it: let that one end first',
  ENOTDIR: 'a part of the path is a file: choose another directory',
};

/** Does `work`; an error of the file system that the user can mend becomes a `UserError`. */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const mend = mends[errorCode(error)];
    if (mend === undefined) throw error;
    throw new UserError(`Cannot use ${path}: ${mend}.`, { cause: error });
  }
}

/** E.g. `ENOENT`; empty for an error that does not come from the file system. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Writes a file and returns when it is on the disk; its name is so after `syncDirectory` only. */
export function writeDurably(path: string, data: string | Uint8Array): void {
  onDisk(path, () => {
    const file = fs.openSync(path, 'w', fileMode);
    try {
      fs.writeFileSync(file, data);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
  });
}

/** Writes a file so that whoever looks, at any moment, finds all of it or none. */
export function replaceDurably(path: string, data: string): void {
  writeDurably(`${path}.tmp`, data);
  renameDurably(`${path}.tmp`, path);
}

export function renameDurably(from: string, to: string): void {
  onDisk(to, () => fs.renameSync(from, to));
  syncDirectory(dirname(to));
}

/** Makes the names in a directory durable: fsync of a file does not cover its name. */
export function syncDirectory(path: string): void {
  onDisk(path, () => {
    const directory = fs.openSync(path, 'r');
    try {
      fs.fsyncSync(directory);
    } finally {
      fs.closeSync(directory);
    }
  });
}

/** The names in a directory, sorted; undefined when there is no such directory. */
export function listDirectory(path: string): readonly string[] | undefined {
  try {
    return onDisk(path, () => fs.readdirSync(path)).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const noFile: readonly string[] = ['ENOENT', 'ENOTDIR', 'EISDIR'];

/** The bytes of a file; undefined when there is no file of that name. */
export function readIfThere(path: string): Uint8Array | undefined {
  try {
    return fs.readFileSync(path);
  } catch (error) {
    if (noFile.includes(errorCode(error))) return undefined;
    return onDisk(path, () => {
      throw error;
    });
  }
}
