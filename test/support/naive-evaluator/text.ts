import type { RequestKeys } from './request-keys.ts';

/** How one text of a policy is read. */
export interface Reading {
  readonly keys: RequestKeys;
  /** The document is of version 2012-10-17: `${…}` is a variable. */
  readonly variables: boolean;
  /** `*` and `?` are wildcards. */
  readonly wildcards: boolean;
  /** What a wildcard may stand for. */
  readonly any: string;
}

/**
 * A regular expression, as text, for a policy's text. Undefined: a variable in it has no value, so
 * that nothing is equal to it or like it.
 */
export function expression(text: string, reading: Reading): string | undefined {
  const { variables, wildcards, any } = reading;
  const variable = variables ? /^\$\{([*?$]|[^,'{}]+?)(?:, *'([^']*)')?\}/.exec(text) : null;
  if (variable !== null) {
    const [whole, key = '', fallback] = variable;
    const value = '*?$'.includes(key)
      ? key
      : (reading.keys.get(key.toLowerCase())?.[0] ?? fallback);
    const rest = expression(text.slice(whole.length), reading);
    return value === undefined || rest === undefined ? undefined : literal(value) + rest;
  }
  if (text === '') return '';
  const rest = expression(text.slice(1), reading);
  if (rest === undefined) return undefined;
  const [first = ''] = text;
  if (wildcards && first === '*') return `${any}*${rest}`;
  if (wildcards && first === '?') return any + rest;
  return literal(first) + rest;
}

function literal(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '\\$&');
}

/** Anything at all. */
export const anything = '[^]';

export function isLike(text: string, value: string, reading: Omit<Reading, 'any'>): boolean {
  const source = expression(text, { ...reading, any: anything });
  return source !== undefined && new RegExp(`^${source}$`).test(value);
}

/** The six parts of an ARN; fewer if there are fewer colons. */
export function arnParts(text: string): readonly string[] {
  const parts = text.split(':');
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')];
}
