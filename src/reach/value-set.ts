import { parseAddress } from '../decide/condition/parse-address.ts';
import { parseTemplate } from '../decide/variables.ts';
import type { Operator } from '../policy/operator.ts';
import { above, below, between, type IntervalSet } from './interval/interval-set.ts';
import { machineOf, type Machine } from './text/machine.ts';
import { arnTokens, plainTokens, type Known, type PatternTokens } from './text/pattern-tokens.ts';
import { tokensOf } from './text/token.ts';

/** The values that a condition's operator and list describe, its negation left aside. */
export type ValueSet =
  | { readonly family: 'text'; readonly machine: Machine }
  | { readonly family: 'number'; readonly numbers: IntervalSet<number> }
  /** Milliseconds since 1970. */
  | { readonly family: 'date'; readonly numbers: IntervalSet<number> }
  | {
      readonly family: 'address';
      readonly v4: IntervalSet<bigint>;
      readonly v6: IntervalSet<bigint>;
    };

export interface ReadSet {
  readonly set: ValueSet;
  /** Keys of policy variables whose value is not known: a run stands in their place. */
  readonly variables: readonly string[];
  /** A value is not of the operator's type, so that the set may be greater. */
  readonly odd: boolean;
}

type Base = Exclude<Operator['base'], 'Null'>;

interface Given {
  readonly values: readonly string[];
  /** The document has policy variables. */
  readonly variables: boolean;
  readonly known: Known;
}

export function readValueSet(base: Base, given: Given): ReadSet {
  if (base.startsWith('Numeric')) return numbers(base, given.values);
  if (base.startsWith('Date')) return dates(base, given.values);
  if (base === 'IpAddress' || base === 'NotIpAddress') return addresses(given.values);
  if (base === 'Bool') return bools(given.values);
  if (base === 'BinaryEquals') return binaries(given.values);
  if (base.startsWith('Arn')) return arns(given);
  return strings(base, given);
}

function strings(base: Base, { values, variables, known }: Given): ReadSet {
  const wildcards = base.endsWith('Like');
  const ignoreCase = base.endsWith('IgnoreCase');
  const read = values.map((value) => {
    const template = parseTemplate(ignoreCase ? value.toLowerCase() : value, {
      variables,
      wildcards,
    });
    return { ...plainTokens(template.parts, known), broken: template.broken };
  });
  return textSet(
    read,
    ignoreCase,
    read.some((one) => one.broken),
  );
}

function arns({ values, variables, known }: Given): ReadSet {
  const read = values.map((value) => {
    const template = parseTemplate(value, { variables, wildcards: true });
    const whole = value.split(':').length >= 6;
    return { ...arnTokens(template.parts, known, false), broken: template.broken || !whole };
  });
  return textSet(
    read,
    false,
    read.some((one) => one.broken),
  );
}

function textSet(read: readonly PatternTokens[], ignoreCase: boolean, odd: boolean): ReadSet {
  const machine = machineOf(
    read.map((one) => one.tokens),
    ignoreCase,
  );
  return { set: { family: 'text', machine }, variables: read.flatMap((one) => one.variables), odd };
}

function bools(values: readonly string[]): ReadSet {
  const texts = values.map((value) => value.toLowerCase());
  const odd = texts.some((text) => text !== 'true' && text !== 'false');
  return textSet(
    texts.map((text) => ({ tokens: tokensOf(text), variables: [] })),
    true,
    odd,
  );
}

function binaries(values: readonly string[]): ReadSet {
  const odd = values.some((value) => Buffer.from(value, 'base64').toString('base64') !== value);
  return textSet(
    values.map((value) => ({ tokens: tokensOf(value), variables: [] })),
    false,
    odd,
  );
}

function numbers(base: Base, values: readonly string[]): ReadSet {
  const read = values.map((value) =>
    value.length <= 15 && /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined,
  );
  return numberSet('number', base, read);
}

function dates(base: Base, values: readonly string[]): ReadSet {
  return numberSet('date', base, values.map(parseTime));
}

/** What is not clearly a date is left to the concrete engine. */
function parseTime(text: string): number | undefined {
  if (/^\d{5,12}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function numberSet(
  family: 'number' | 'date',
  base: Base,
  read: readonly (number | undefined)[],
): ReadSet {
  const known = read.filter((one) => one !== undefined);
  const set = known.flatMap((one) => rangeOf(base, one));
  return { set: { family, numbers: set }, variables: [], odd: known.length < read.length };
}

function rangeOf(base: Base, value: number): IntervalSet<number> {
  if (base.endsWith('LessThan')) return below(value, true);
  if (base.endsWith('LessThanEquals')) return below(value, false);
  if (base.endsWith('GreaterThan')) return above(value, true);
  if (base.endsWith('GreaterThanEquals')) return above(value, false);
  return between(value, value);
}

function addresses(values: readonly string[]): ReadSet {
  const v4: IntervalSet<bigint>[] = [];
  const v6: IntervalSet<bigint>[] = [];
  let odd = false;
  for (const value of values) {
    const [text = '', length] = value.split('/');
    const address = parseAddress(text);
    const bits = length === undefined ? address?.bits : Number(length);
    if (address === undefined || bits === undefined || address.mapped || !(bits <= address.bits)) {
      odd = true;
      continue;
    }
    const size = 1n << BigInt(address.bits - bits);
    const low = (address.value / size) * size;
    (address.bits === 32 ? v4 : v6).push(between(low, low + size - 1n));
  }
  return { set: { family: 'address', v4: v4.flat(), v6: v6.flat() }, variables: [], odd };
}
