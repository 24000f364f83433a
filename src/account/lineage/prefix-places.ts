/** Places of the form `<prefix>*`, to find the widest one around another place among many. */
export class PrefixPlaces {
  /** By their length: a text has one start of each. */
  readonly #prefixes = new Map<number, Set<string>>();

  constructor(places: Iterable<string> = []) {
    for (const place of places) this.add(place);
  }

  /** False for a place of another form, which is not kept. */
  add(place: string): boolean {
    const prefix = place.slice(0, -1);
    if (!place.endsWith('*') || /[*?]/.test(prefix)) return false;
    const known = this.#prefixes.get(prefix.length);
    if (known === undefined) this.#prefixes.set(prefix.length, new Set([prefix]));
    else known.add(prefix);
    return true;
  }

  /** The place itself is around it, too. */
  around(place: string): string | undefined {
    const start = place.endsWith('*') ? place.slice(0, -1) : place;
    let widest: string | undefined;
    for (const [length, prefixes] of this.#prefixes) {
      if (length > start.length || (widest !== undefined && length > widest.length)) continue;
      const prefix = start.slice(0, length);
      if (prefixes.has(prefix)) widest = prefix;
    }
    return widest === undefined ? undefined : `${widest}*`;
  }
}
