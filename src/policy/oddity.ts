/** Something about a document that AWS would reject, ignore or read in a surprising way. */
export interface Oddity {
  /** JSON pointer into the document. */
  readonly at: string;
  readonly message: string;
}

/**
 * One place of a document; collects the oddities found at and below it. Its pointer is put together
 * only when there is one, for most documents have none.
 */
export class Place {
  readonly #oddities: Oddity[];
  readonly #parent: Place | undefined;
  readonly #step: string | number;

  private constructor(oddities: Oddity[], parent?: Place, step: string | number = '') {
    this.#oddities = oddities;
    this.#parent = parent;
    this.#step = step;
  }

  static rootOf(oddities: Oddity[]): Place {
    return new Place(oddities);
  }

  get at(): string {
    return this.#parent === undefined ? '' : `${this.#parent.at}/${escapeStep(String(this.#step))}`;
  }

  odd(message: string): void {
    this.#oddities.push({ at: this.at, message });
  }

  /** The place of a member or an item. */
  in(step: string | number): Place {
    return new Place(this.#oddities, this, step);
  }
}

/** RFC 6901. */
function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
