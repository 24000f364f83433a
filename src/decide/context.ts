/** What is known of one context key of a request. */
export type KeyValue =
  /** The request carries the key; a single-valued key has one value. */
  | readonly string[]
  /** The request does not carry the key. */
  | undefined
  /** It cannot be told whether the request carries the key, or with what value. */
  | 'unknown';

/** The context of one request. */
export interface Context {
  /** `key` in lower case. */
  get(key: string): KeyValue;
}

/** Values as users write them: a string, a number, a boolean or a list. */
export type ContextValue = string | number | boolean | readonly (string | number | boolean)[];

/**
 * The context that somebody wrote down; what he did not write is not there. Keys are compared
 * without regard to case. Keys of `unknown` (lower case; a final `*` stands for any rest) that are
 * not written down are unknown.
 */
export function contextOf(
  written: { readonly [key: string]: ContextValue },
  unknown: readonly string[] = [],
): Context {
  const values = new Map<string, readonly string[]>();
  for (const key in written) {
    const value = written[key];
    if (value !== undefined) values.set(key.toLowerCase(), textsOf(value));
  }
  // Most contexts are complete, and are made for one decision alone.
  if (unknown.length === 0) return { get: (key) => values.get(key) };
  const exact = new Set(unknown.filter((key) => !key.endsWith('*')));
  const starts = unknown.filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1));
  return {
    get: (key) =>
      values.get(key) ??
      (exact.has(key) || starts.some((start) => key.startsWith(start)) ? 'unknown' : undefined),
  };
}

function textsOf(value: ContextValue): readonly string[] {
  return typeof value === 'object' ? value.map(String) : [String(value)];
}
