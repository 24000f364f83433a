import { notCollected, type Observed } from '../../model/observed.ts';
import type { Tags } from '../../model/resource/field.ts';
import type { Fields, Kind } from '../../model/resource.ts';

/** A whole object out of Search. */
export interface Searched<K extends Kind> {
  readonly fields: Fields<K>;
  /** Undefined when the record carried none. */
  readonly tags: Observed<Tags> | undefined;
  /** Status by the index, for objects that have one. */
  readonly status?: string | undefined;
}

/** Why a field of an object known by Search alone was not read, and what would read it. */
export const notInSearch = notCollected(
  'read by Search, which does not carry it; raise --describe-jobs N to describe each one',
);

export interface InList {
  readonly total: number;
  readonly describeUpTo: number;
  /** Status by the list, for objects that have one. */
  readonly status?: string | undefined;
}

/**
 * The fields as Search has them, when they will do: there are more objects than are described one
 * by one, the record has every member it must have, and the index is not behind the list.
 */
export function fieldsBySearch<K extends Kind>(
  searched: Searched<K> | undefined,
  listed: InList,
): Fields<K> | undefined {
  if (searched === undefined || listed.total <= listed.describeUpTo) return undefined;
  if (searched.status !== listed.status) return undefined;
  const fields = Object.values<Observed<unknown>>(searched.fields);
  return fields.some((field) => field.state === 'error') ? undefined : searched.fields;
}
