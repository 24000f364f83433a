/** Places of the form `<prefix>*`, to find the widest one around another place among many. */
export class PrefixPlaces {
  readonly #prefixes = new Set<string>();

  constructor(places: Iterable<string> = []) {
    for (const place of places) this.add(place);
  }

  /** False for a place of another form, which is not kept. */
  add(place: string): boolean {
    const prefix = place.slice(0, -1);
    if (!place.endsWith('*') || /[*?]/.test(prefix)) return false;
    this.#prefixes.add(prefix);
    return true;
  }

  /** The place itself is around it, too. */
  around(place: string): string | undefined {
    const start = place.endsWith('*') ? place.slice(0, -1) : place;
    for (let length = 1; length <= start.length; length += 1) {
      const prefix = start.slice(0, length);
      if (this.#prefixes.has(prefix)) return `${prefix}*`;
    }
    return undefined;
  }
}
