import { canonicalJson, sha256 } from '../model/canonical.ts';
import { isKind, type Kind } from '../model/resource.ts';
import { snapshotSchema, type FileEntry, type Manifest } from '../model/snapshot.ts';
import { coverageName, itemsPath } from './layout.ts';
import {
  count,
  digest,
  instant,
  listOf,
  mapOf,
  members,
  nullable,
  oneOf,
  text,
  type Check,
  type Checks,
} from './shape.ts';

export const kindName: Check = (value) =>
  typeof value === 'string' && isKind(value) ? null : ' is not a kind known here';

/** The members that a plan and a manifest share; forgetting one does not compile. */
export const planMembers = {
  tool: members({ name: text, version: text }),
  runId: text,
  startedAt: instant,
  partition: text,
  account: text,
  caller: text,
  regions: listOf(text),
  regionScope: oneOf(['named', 'all-enabled']),
  kinds: listOf(kindName),
  jobsSince: instant,
  endpointOverride: nullable(text),
  allowList: digest,
  sdk: mapOf(text),
} as const satisfies {
  readonly [M in Exclude<keyof Manifest, 'schema' | 'finishedAt' | 'files' | 'root'>]: Check;
};

const fileEntry: { readonly [M in keyof FileEntry]: Check } = {
  path: text,
  bytes: count,
  sha256: digest,
  lines: count,
};

const manifestMembers: { readonly [M in keyof Manifest]: Check } = {
  ...planMembers,
  schema: oneOf([snapshotSchema]),
  finishedAt: instant,
  files: listOf(members(fileEntry satisfies Checks)),
  root: digest,
};

/** Says what is wrong with a value that should be a manifest. */
export const manifestShape: Check = members(manifestMembers satisfies Checks);

/**
 * The root hash: SHA-256 of the canonical JSON of every other member. It therefore covers each
 * file by its digest and each fact (regions, job window, endpoints) by its words.
 */
export function rootOf(manifest: Omit<Manifest, 'root'>): string {
  const { root: _, ...facts } = { root: '', ...manifest };
  return sha256(canonicalJson(facts));
}

export function manifestText(manifest: Manifest): string {
  return `${canonicalJson(manifest)}\n`;
}

/** What a manifest has to list, path by path: the coverage, and one file for each kind. */
export function expectedPaths(kinds: readonly Kind[]): readonly string[] {
  return [coverageName, ...kinds.map(itemsPath)].sort();
}
