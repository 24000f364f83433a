import { globCovers } from '../../policy/glob.ts';

/**
 * For places (ARN patterns) the function that gives the outermost of them around each: a place that
 * is inside no other stands for itself.
 */
export function outermost(places: readonly string[]): (place: string) => string {
  const all = [...new Set(places)].sort((a, b) => a.length - b.length);
  const prefixes = new Set<string>();
  const odd: string[] = [];
  const outer = new Map<string, string>();
  for (const place of all) {
    const around = prefixAround(prefixes, place) ?? odd.find((one) => globCovers(one, place));
    outer.set(place, around ?? place);
    if (around !== undefined) continue;
    const start = place.slice(0, -1);
    if (place.endsWith('*') && !/[*?]/.test(start)) prefixes.add(start);
    else if (/[*?]/.test(place)) odd.push(place);
  }
  return (place) => outer.get(place) ?? place;
}

/** The place `<prefix>*` around, of many: looked up by every start of the text. */
function prefixAround(prefixes: ReadonlySet<string>, place: string): string | undefined {
  const start = place.endsWith('*') ? place.slice(0, -1) : place;
  for (let length = 1; length <= start.length; length += 1) {
    const prefix = start.slice(0, length);
    if (prefixes.has(prefix)) return `${prefix}*`;
  }
  return undefined;
}
