import type { Cube } from './cube.ts';

/** Values by variable; a variable that is missing here is not carried by the request. */
export type Assignment = ReadonlyMap<string, readonly string[] | undefined>;

export interface FoundRequest {
  readonly is: 'found';
  readonly assignment: Assignment;
  readonly cubes: readonly Cube[];
}

export type SearchResult =
  | FoundRequest
  /** Proven: there is no such request. */
  | { readonly is: 'none' }
  | { readonly is: 'unclear'; readonly why: string };

/**
 * How doubtful literals are read. `possible` takes them as met: only `none` is then a proof.
 * `sure` takes them as not met: only `found` is then worth something.
 */
export type Reading = 'possible' | 'sure';
