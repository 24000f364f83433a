import { globalKeys } from './global-keys.ts';
import { serviceLine } from './service-facts.ts';

/** What is known of one condition key. */
export interface ConditionKeyFacts {
  /** As the reference writes it, e.g. `aws:TagKeys` or `s3:ExistingObjectTag/<key>`. */
  readonly key: string;
  /** Of each value: `String`, `ARN`, `Bool`, `Numeric`, `Date` or `IPAddress`. */
  readonly type: string;
  /** Whether a request carries several values under it. */
  readonly multivalued: boolean;
}

interface KeyIndex {
  readonly exact: ReadonlyMap<string, ConditionKeyFacts>;
  /** Keys whose names end in a part that varies. */
  readonly families: readonly ConditionKeyFacts[];
}

const indexes = new Map<string, KeyIndex>();

/** A key of a service or a global one (`aws:…`), in any case; undefined where it is not known. */
export function conditionKeyFacts(key: string): ConditionKeyFacts | undefined {
  const name = key.toLowerCase();
  const index = indexOf(name.slice(0, Math.max(0, name.indexOf(':'))));
  return index?.exact.get(name) ?? index?.families.find((known) => fitsKey(known.key, name));
}

/** Type as the reference writes it, e.g. `Bool` or `ArrayOfString`. */
export function conditionKeyType(key: string): string | undefined {
  const facts = conditionKeyFacts(key);
  return facts?.multivalued === true ? `ArrayOf${facts.type}` : facts?.type;
}

/** Names of the keys of a service, or the global ones (`aws`); empty where it is not known. */
export function conditionKeysOf(service: string): readonly string[] {
  const index = indexOf(service);
  if (index === undefined) return [];
  return [...index.exact.values(), ...index.families].map(({ key }) => key);
}

/** Whether a key is the one of the reference, whose names may end in a part that varies. */
export function fitsKey(known: string, key: string): boolean {
  const name = known.toLowerCase();
  const fixed = fixedPart(name);
  return fixed === undefined ? name === key.toLowerCase() : key.toLowerCase().startsWith(fixed);
}

/** What comes before the part that varies; `tag-key` is how some pages write it. */
function fixedPart(known: string): string | undefined {
  const at = known.search(/\$\{|<|(?<=\/)(tag-key)?$/);
  return at < 0 ? undefined : known.slice(0, at);
}

function indexOf(service: string): KeyIndex | undefined {
  const known = indexes.get(service);
  if (known !== undefined) return known;
  const keys = service === 'aws' ? Object.entries(globalKeys) : serviceLine(service)?.keys;
  // Names that are no service come from policies; there is no end of them.
  if (keys === undefined) return undefined;
  const facts = keys.map(([key, type]) => factsOf(key, type));
  const index = {
    exact: new Map(facts.map((one) => [one.key.toLowerCase(), one])),
    families: facts.filter((one) => fixedPart(one.key) !== undefined),
  };
  indexes.set(service, index);
  return index;
}

function factsOf(key: string, type: string): ConditionKeyFacts {
  return { key, type: type.replace('ArrayOf', ''), multivalued: type.startsWith('ArrayOf') };
}
