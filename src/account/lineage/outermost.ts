import { globCovers } from '../../policy/glob.ts';
import { PrefixPlaces } from './prefix-places.ts';

/**
 * For places (ARN patterns) the function that gives the outermost of them around each: a place that
 * is inside no other stands for itself.
 */
export function outermost(places: readonly string[]): (place: string) => string {
  const all = [...new Set(places)].sort((a, b) => a.length - b.length);
  const prefixes = new PrefixPlaces();
  const odd: string[] = [];
  const outer = new Map<string, string>();
  for (const place of all) {
    const around = prefixes.around(place) ?? odd.find((one) => globCovers(one, place));
    outer.set(place, around ?? place);
    if (around === undefined && !prefixes.add(place) && /[*?]/.test(place)) odd.push(place);
  }
  return (place) => outer.get(place) ?? place;
}
