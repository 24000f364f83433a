import fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { sha256 } from '../model/canonical.ts';
import type { Kind } from '../model/resource.ts';
import { snapshotSchema, type FileEntry, type Manifest, type Universe } from '../model/snapshot.ts';
import { addUpCalls, coverageLines } from './coverage.ts';
import { directoryMode, onDisk, replaceDurably, syncDirectory, writeDurably } from './disk.ts';
import type { Journal } from './journal.ts';
import { coverageName, itemsName, itemsPath, journalDirectory, manifestName } from './layout.ts';
import { joinLines } from './lines.ts';
import { manifestShape, manifestText, rootOf } from './manifest.ts';
import { mergeKind } from './merge-kind.ts';
import { differingMember } from './plan.ts';
import { readUnit } from './unit-file.ts';

export type Facts = Omit<Manifest, 'schema' | 'files' | 'root'>;

/**
 * Makes the snapshot out of the journal: `facts` are the journal's plan and `finishedAt`. The
 * rename of the manifest is the moment of publication. Killed before it, there is no snapshot and
 * the journal is whole; killed after it, the snapshot is, and what is left of the journal is idle.
 */
export async function publishSnapshot(
  dir: string,
  journal: Journal,
  facts: Facts,
): Promise<Manifest> {
  checkReady(dir, journal, facts);
  const units = [...journal.done].sort().map((name) => readUnit(dir, name));
  clearItems(dir);
  const files: FileEntry[] = [];
  const universes: Universe[] = [];
  for (const kind of [...new Set(facts.kinds)].sort()) {
    const merged = mergeKind(dir, kind, units);
    universes.push(...merged.universes);
    files.push(await writeItems(dir, kind, merged.lines));
  }
  const calls = addUpCalls(units.flatMap((unit) => unit.calls));
  files.unshift(writeCoverage(dir, coverageLines({ universes, calls })));
  syncDirectory(join(dir, itemsName));
  syncDirectory(dir);
  const manifest = sealed({ ...facts, ...journal.plan, schema: snapshotSchema, files });
  replaceDurably(join(dir, manifestName), manifestText(manifest));
  fs.rmSync(journalDirectory(dir), { recursive: true, force: true });
  return manifest;
}

/** Each of these is a mistake of the caller. */
function checkReady(dir: string, journal: Journal, facts: Facts): void {
  if (fs.existsSync(join(dir, manifestName))) throw new Error(`${dir} is published already`);
  const [open] = journal.open;
  if (open !== undefined) throw new Error(`unit ${open} is still being written`);
  const member = differingMember(journal.plan, facts);
  if (member !== undefined) throw new Error(`the manifest's ${member} is not the plan's`);
}

/** What an interrupted publication left would only be overwritten in part. */
function clearItems(dir: string): void {
  const items = join(dir, itemsName);
  onDisk(items, () => {
    fs.rmSync(items, { recursive: true, force: true });
    fs.mkdirSync(items, { mode: directoryMode });
  });
}

async function writeItems(dir: string, kind: Kind, lines: readonly string[]): Promise<FileEntry> {
  return writeFile(dir, itemsPath(kind), lines, await pack(joinLines(lines)));
}

function writeCoverage(dir: string, lines: readonly string[]): FileEntry {
  return writeFile(dir, coverageName, lines, joinLines(lines));
}

function writeFile(
  dir: string,
  path: string,
  lines: readonly string[],
  bytes: Uint8Array,
): FileEntry {
  writeDurably(join(dir, path), bytes);
  return { path, bytes: bytes.length, sha256: sha256(bytes), lines: lines.length };
}

const gzipHeader = { timeAt: 4, systemAt: 9, unknownSystem: 255 };

/** Gzip whose bytes depend on the content alone: no time, no operating system in the header. */
async function pack(bytes: Uint8Array): Promise<Buffer> {
  const packed = await promisify(gzip)(bytes, { level: constants.Z_DEFAULT_COMPRESSION });
  packed.writeUInt32LE(0, gzipHeader.timeAt);
  packed.writeUInt8(gzipHeader.unknownSystem, gzipHeader.systemAt);
  return packed;
}

function sealed(facts: Omit<Manifest, 'root'>): Manifest {
  const manifest = { ...facts, root: rootOf(facts) };
  const problem = manifestShape(manifest);
  if (problem !== null) throw new Error(`the manifest${problem}`);
  return manifest;
}
