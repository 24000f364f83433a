import type { Kind, Resource } from './resource.ts';
import type { Unread } from './observed.ts';

export const snapshotSchema = 'leastwise-snapshot/1';

/**
 * The list of all resources of a kind in one account and region, with the proof that it is
 * complete. Anything but `complete` makes every rule about the kind unknown there.
 */
export interface Universe {
  readonly kind: Kind;
  readonly account: string;
  readonly region: string;
  readonly end: 'complete' | 'truncated' | 'denied' | 'error' | 'skipped';
  readonly items: number;
  /** ISO-8601: only resources made since then are listed (the job window). */
  readonly since?: string;
  /** Why the list is not complete. */
  readonly problem?: Unread;
}

/** What was asked of one operation in one account and region. */
export interface CallCoverage {
  readonly account: string;
  readonly region: string;
  /** E.g. `sagemaker:ListModels`. */
  readonly operation: string;
  /** Logical calls, pages counted singly. */
  readonly calls: number;
  readonly items: number;
  /** Requests on the wire, retries included. */
  readonly attempts: number;
  readonly throttles: number;
  readonly milliseconds: number;
  /** Calls without a value, by state; `absent` is an answer: there is none. */
  readonly failures: { readonly [state: string]: number };
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface FileEntry {
  /** Path inside the snapshot, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Lines of the (unpacked) file. */
  readonly lines: number;
}

export interface Manifest {
  readonly schema: typeof snapshotSchema;
  readonly tool: { readonly name: string; readonly version: string };
  readonly runId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly partition: string;
  readonly account: string;
  /** Caller ARN from GetCallerIdentity; words where nobody called. */
  readonly caller: string;
  readonly regions: readonly string[];
  /** Where the regions came from: named by the user, or all that are enabled. */
  readonly regionScope: 'named' | 'all-enabled';
  /** Kinds that were asked for. */
  readonly kinds: readonly Kind[];
  readonly jobsSince: string;
  /** Set when the facts did not come from AWS's own endpoints, but from another or from files. */
  readonly endpointOverride: string | null;
  /** SHA-256 of the sorted list of operations that the run was allowed to call. */
  readonly allowList: string;
  readonly sdk: { readonly [packageName: string]: string };
  readonly files: readonly FileEntry[];
  /** SHA-256 of the canonical JSON of the manifest without this member. */
  readonly root: string;
}

/** A snapshot as read from disk. */
export interface Snapshot {
  readonly manifest: Manifest;
  readonly universes: readonly Universe[];
  readonly calls: readonly CallCoverage[];
  /** All resources of the kind, sorted by id. */
  resources<K extends Kind>(kind: K): readonly Resource<K>[];
}
