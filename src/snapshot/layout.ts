import { join } from 'node:path';
import type { Kind } from '../model/resource.ts';

/** Written last: a directory without it is no snapshot. */
export const manifestName = 'manifest.json';
export const coverageName = 'coverage.jsonl';
export const itemsName = 'items';
/** What a capture has gathered so far; gone once the manifest stands. */
export const journalName = '.journal';
export const planName = 'plan.json';

/** Path of a kind's items inside the snapshot, with `/`. */
export function itemsPath(kind: Kind): string {
  return `${itemsName}/${kind}.jsonl.gz`;
}

export function journalDirectory(dir: string): string {
  return join(dir, journalName);
}

const unitEnding = '.jsonl';

/** A piece of a capture: one collector in one account and region. */
export interface UnitIdentity {
  /** Unique in the run, e.g. `sagemaker.model@eu-west-1`. */
  readonly name: string;
  readonly account: string;
  /** Region name, or `global`. */
  readonly region: string;
}

/** A finished unit's file. What a file name cannot hold is escaped. */
export function unitPath(dir: string, name: string): string {
  const file = encodeURIComponent(name).replaceAll('%40', '@') + unitEnding;
  return join(journalDirectory(dir), file);
}

/** The name of the unit in a file of the journal; undefined for the plan and unfinished files. */
export function unitOfFile(file: string): string | undefined {
  return file.endsWith(unitEnding)
    ? decodeURIComponent(file.slice(0, -unitEnding.length))
    : undefined;
}
