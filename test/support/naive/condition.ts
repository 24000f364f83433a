// The slow, plain reading of IAM's condition operators: regular expressions made anew each time.

export type Values = readonly string[];
export type Context = Readonly<Record<string, string | Values>>;

/** Key names know no case. */
export function valueOf(context: Context, key: string): Values | undefined {
  const name = Object.keys(context).find((one) => one.toLowerCase() === key.toLowerCase());
  if (name === undefined) return undefined;
  const value = context[name] ?? [];
  return typeof value === 'string' ? [value] : value;
}

/** All operators and all keys must hold. */
export function conditionsHold(
  condition: Readonly<Record<string, Readonly<Record<string, string | Values>>>>,
  context: Context,
  variables: boolean,
): boolean {
  return Object.entries(condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      holds(operator, [wanted].flat(), valueOf(context, key), { context, variables }),
    ),
  );
}

interface Filling {
  readonly context: Context;
  readonly variables: boolean;
}

function holds(
  operator: string,
  wanted: Values,
  value: Values | undefined,
  filling: Filling,
): boolean {
  const present = value !== undefined && value.length > 0;
  if (operator === 'Null') return wanted.some((one) => (one === 'true') === !present);
  const [prefix, rest] = operator.includes(':') ? operator.split(':') : ['', operator];
  const name = (rest ?? '').replace(/IfExists$/, '');
  const negated = /Not/.test(name);
  const test = (one: string): boolean =>
    wanted.some((want) => matches(name.replace('Not', ''), want, one, filling)) !== negated;
  if (prefix === 'ForAllValues') return !present || value.every(test);
  if (prefix === 'ForAnyValue') return present && value.some(test);
  if (!present) return negated || (rest ?? '').endsWith('IfExists');
  return test(value[0] ?? '');
}

function matches(name: string, wanted: string, value: string, filling: Filling): boolean {
  const text = fill(wanted, filling);
  if (text === undefined) return false;
  switch (name) {
    case 'StringEquals':
      return plain(text) === value;
    case 'StringEqualsIgnoreCase':
      return plain(text).toLowerCase() === value.toLowerCase();
    case 'StringLike':
      return pattern(text).test(value);
    case 'ArnEquals':
    case 'ArnLike':
      return arnMatches(text, value);
    case 'Bool':
      return wanted.toLowerCase() === value.toLowerCase();
    case 'NumericEquals':
      return Number(value) === Number(wanted);
    case 'NumericLessThan':
      return Number(value) < Number(wanted);
    case 'NumericGreaterThanEquals':
      return Number(value) >= Number(wanted);
    case 'DateLessThan':
      return Date.parse(value) < Date.parse(wanted);
    case 'DateGreaterThan':
      return Date.parse(value) > Date.parse(wanted);
    case 'IpAddress':
      return inRange(value, wanted);
    default:
      throw new Error(`the naive evaluator does not know ${name}`);
  }
}

/** Marks around text that a variable stands for: nothing in it is a wildcard. */
const open = '\u0001';
const close = '\u0002';

/** Undefined: a variable has no value. */
export function fill(text: string, { context, variables }: Filling): string | undefined {
  if (!variables) return text;
  let missing = false;
  const filled = text.replace(
    /\$\{([^,}]+)(?:,\s*'([^']*)')?\}/g,
    (_, key: string, other?: string) => {
      const value = valueOf(context, key)?.[0] ?? other;
      if (value === undefined) missing = true;
      return `${open}${value ?? ''}${close}`;
    },
  );
  return missing ? undefined : filled;
}

export function plain(text: string): string {
  return text.replaceAll(open, '').replaceAll(close, '');
}

export function pattern(text: string): RegExp {
  let literal = false;
  const source = Array.from(text).map((char) => {
    if (char === open || char === close) {
      literal = char === open;
      return '';
    }
    if (!literal && char === '*') return '.*';
    if (!literal && char === '?') return '.';
    return char.replace(/[^\w]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`, 's');
}

/** Six parts, each by itself. */
export function arnMatches(text: string, value: string): boolean {
  const wanted = text.split(':');
  const parts = value.split(':');
  if (parts.length < 6) return false;
  const head = wanted.slice(0, 5).every((one, index) => pattern(one).test(parts[index] ?? ''));
  return head && pattern(wanted.slice(5).join(':')).test(parts.slice(5).join(':'));
}

function inRange(value: string, range: string): boolean {
  const [network = '', bits = '32'] = range.split('/');
  const size = 2 ** (32 - Number(bits));
  return Math.floor(numberOf(value) / size) === Math.floor(numberOf(network) / size);
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
