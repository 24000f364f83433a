import type { Missing } from '../model/verdict.ts';
import type { PlaceType } from './verb-actions.ts';

/** Where an artifact is. */
export interface Place {
  readonly type: PlaceType;
  /** ARN pattern. */
  readonly resource: string;
}

export interface Places {
  readonly list: readonly Place[];
  /** What keeps the list from being complete, or right. */
  readonly missing: readonly Missing[];
}

export const nowhere: Places = { list: [], missing: [] };

/** Every place once; those that another pattern covers are left out by whoever asks. */
export function joinPlaces(parts: readonly Places[]): Places {
  const list = new Map(parts.flatMap((one) => one.list.map((p) => [`${p.type} ${p.resource}`, p])));
  const missing = new Map(parts.flatMap((one) => one.missing.map((m) => [JSON.stringify(m), m])));
  return { list: [...list.values()], missing: [...missing.values()] };
}
