/** Something about a document that AWS would reject, ignore or read in a surprising way. */
export interface Oddity {
  /** JSON pointer into the document. */
  readonly at: string;
  readonly message: string;
}

/** Collects the oddities found at and below one place of a document. */
export interface Place {
  readonly at: string;
  odd(message: string): void;
  /** The place of a member or an item. */
  in(step: string | number): Place;
}

export function placeIn(oddities: Oddity[], at = ''): Place {
  return {
    at,
    odd: (message) => void oddities.push({ at, message }),
    in: (step) => placeIn(oddities, `${at}/${escapeStep(String(step))}`),
  };
}

/** RFC 6901. */
function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
