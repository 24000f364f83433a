import { contextOf } from '../decide/context.ts';
import { Budget } from './budget.ts';
import type { Domain } from './domain.ts';
import { findValue } from './find-value.ts';
import type { Assignment } from './search.ts';

export interface Guessing {
  /** Keys of policy variables, in lower case. */
  readonly keys: ReadonlySet<string>;
  readonly domainOf: (key: string) => Domain;
  /** Values that are more likely than others. */
  readonly usual?: ReadonlyMap<string, string>;
}

/** Values for policy variables of which nothing is known: a witness needs some. */
export type Guesses = ReadonlyMap<string, string>;

/**
 * The same value for all, or another one for each; and those that a search found for them without
 * knowing that they are used elsewhere.
 */
export function guessesFor(
  { keys, domainOf, usual }: Guessing,
  kind: 'alike' | 'distinct',
  found: Assignment = new Map(),
): Guesses {
  const guesses = new Map<string, string>();
  for (const key of keys) {
    const domain = domainOf(key);
    if (domain.is === 'fixed' || domain.missing === 'always') continue;
    const [value, ...others] = found.get(key) ?? [];
    const own = others.length === 0 ? value : undefined;
    const made = kind === 'alike' ? 'x' : `x${String(guesses.size + 1)}`;
    const guess =
      own ?? usual?.get(key) ?? (domain.demands.length === 0 ? made : exampleIn(domain.demands));
    if (guess !== undefined) guesses.set(key, guess);
  }
  return guesses;
}

/** The domain of a key with a guessed value. */
export function guessedDomain(key: string, guesses: Guesses): Domain | undefined {
  const value = guesses.get(key);
  if (value === undefined) return undefined;
  return { is: 'fixed', values: [value], context: contextOf({ [key]: value }) };
}

function exampleIn(demands: Parameters<typeof findValue>[0]): string | undefined {
  const found = findValue(demands, new Budget(20_000));
  return typeof found === 'object' ? found.value : undefined;
}
