import { serviceLine } from './service-facts.ts';

/** Global keys that carry several values (IAM User Guide, global condition context keys). */
const severalValues: ReadonlySet<string> = new Set([
  ...['aws:calledvia', 'aws:principalorgpaths', 'aws:principalservicenameslist', 'aws:tagkeys'],
  ...['aws:resourceorgpaths', 'aws:sourceorgpaths', 'aws:vpceorgpaths'],
]);

/** Whether a key carries several values; undefined for a key that the reference does not know. */
export function isMultivalued(key: string): boolean | undefined {
  const name = key.toLowerCase();
  if (name.startsWith('aws:')) return severalValues.has(name);
  return conditionKeyType(name)?.startsWith('ArrayOf');
}

/** Type of a service's own key, e.g. `Bool` or `ArrayOfString`; undefined where it is not known. */
export function conditionKeyType(key: string): string | undefined {
  const service = key.slice(0, Math.max(0, key.indexOf(':')));
  return serviceLine(service)?.keys.find(([known]) => fitsKey(known, key))?.[1];
}

/** Whether a key is the one of the reference, whose names may end in a part that varies. */
export function fitsKey(known: string, key: string): boolean {
  const name = known.toLowerCase();
  const varies = name.search(/\$\{|<|\/$/);
  if (varies < 0) return name === key.toLowerCase();
  return key.toLowerCase().startsWith(name.slice(0, name.endsWith('/') ? name.length : varies));
}
