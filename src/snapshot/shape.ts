/** Says what is wrong with a value read from a file, e.g. `kinds[3] is not a text`; null if nothing. */
export type Check = (value: unknown) => string | null;

export type Checks = { readonly [member: string]: Check };

export const text: Check = (value) => (typeof value === 'string' ? null : ' is not a text');

export const count: Check = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? null : ' is not a whole number from 0';

/** Below 0 too: a duration is so when the clock was set back. */
export const amount: Check = (value) => (typeof value === 'number' ? null : ' is not a number');

/** UTC, as `Date.toISOString` writes it. */
export const instant: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)
    ? null
    : ' is not an ISO-8601 time in UTC';

export const digest: Check = (value) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? null : ' is not a SHA-256 in hex';

export function oneOf(values: readonly string[]): Check {
  return (value) =>
    typeof value === 'string' && values.includes(value)
      ? null
      : ` is not one of ${values.join(', ')}`;
}

export function nullable(check: Check): Check {
  return (value) => (value === null ? null : check(value));
}

export function listOf(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return ' is not a list';
    return firstProblem(value.map((one, index) => [`[${index}]`, check(one)] as const));
  };
}

/** An object of any member names. */
export function mapOf(check: Check): Check {
  return (value) =>
    isMap(value)
      ? firstProblem(Object.entries(value).map(([name, one]) => [`.${name}`, check(one)] as const))
      : ' is not an object';
}

/** An object with exactly these members; those of `optional` may be left out. */
export function members(required: Checks, optional: Checks = {}): Check {
  return (value) => {
    if (!isMap(value)) return ' is not an object';
    const missing = Object.keys(required).find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return `.${missing} is missing`;
    const problems = Object.entries(value).map(
      ([name, one]) =>
        [`.${name}`, (memberCheck(name, required, optional) ?? foreign)(one)] as const,
    );
    return firstProblem(problems);
  };
}

/** An object of no known prototype games: what `JSON.parse` gives for `{…}`. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const foreign: Check = () => ' is not known here';

function memberCheck(name: string, required: Checks, optional: Checks): Check | undefined {
  if (Object.hasOwn(required, name)) return required[name];
  return Object.hasOwn(optional, name) ? optional[name] : undefined;
}

function firstProblem(found: readonly (readonly [string, string | null])[]): string | null {
  for (const [place, problem] of found) if (problem !== null) return place + problem;
  return null;
}
