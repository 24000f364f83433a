import type { JsonValue } from '../../../src/model/json.ts';
import type { ContextValue } from '../../../src/decide/context.ts';
import { allow, doc, read } from './build.ts';
import { page, type Case } from './case.ts';

// What each operator says of a key's value. `true`: the Allow that has the condition holds.

/** Operator, the policy's values, the request's value (undefined: none), whether it holds. */
type Row = readonly [
  operator: string,
  values: JsonValue,
  value: ContextValue | undefined,
  holds: boolean | 'unknown',
];

const none = undefined;

const strings: readonly Row[] = [
  ['StringEquals', 'a', 'a', true],
  ['StringEquals', 'a', 'A', false],
  ['StringEquals', 'a', 'b', false],
  ['StringEquals', 'a', none, false],
  ['StringEquals', ['a', 'b'], 'b', true],
  ['StringEquals', ['a', 'b'], 'c', false],
  ['StringEquals', 'a*', 'ab', false],
  ['StringEquals', 'a*', 'a*', true],
  ['StringNotEquals', 'a', 'b', true],
  ['StringNotEquals', 'a', 'a', false],
  ['StringNotEquals', 'a', none, true],
  ['StringNotEquals', ['a', 'b'], 'a', false],
  ['StringNotEquals', ['a', 'b'], 'c', true],
  ['StringEqualsIgnoreCase', 'a', 'A', true],
  ['StringEqualsIgnoreCase', 'Ab', 'aB', true],
  ['StringEqualsIgnoreCase', 'a', 'b', false],
  ['StringEqualsIgnoreCase', 'a', none, false],
  ['StringNotEqualsIgnoreCase', 'a', 'A', false],
  ['StringNotEqualsIgnoreCase', 'a', 'b', true],
  ['StringNotEqualsIgnoreCase', 'a', none, true],
  ['StringLike', 'a*', 'abc', true],
  ['StringLike', 'a*', 'a', true],
  ['StringLike', 'a*', 'Abc', false],
  ['StringLike', 'a?', 'ab', true],
  ['StringLike', 'a?', 'abc', false],
  ['StringLike', '*b*', 'abc', true],
  ['StringLike', ['x*', 'a*'], 'abc', true],
  ['StringLike', 'a*', none, false],
  ['StringNotLike', 'a*', 'abc', false],
  ['StringNotLike', 'a*', 'bcd', true],
  ['StringNotLike', 'a*', none, true],
  ['StringNotLike', ['a*', 'b*'], 'bcd', false],
];

const ifExists: readonly Row[] = [
  ['StringEqualsIfExists', 'a', 'a', true],
  ['StringEqualsIfExists', 'a', 'b', false],
  ['StringEqualsIfExists', 'a', none, true],
  ['StringNotEqualsIfExists', 'a', 'a', false],
  ['StringNotEqualsIfExists', 'a', none, true],
  ['StringLikeIfExists', 'a*', none, true],
  ['StringLikeIfExists', 'a*', 'b', false],
  ['NumericLessThanIfExists', '5', none, true],
  ['NumericLessThanIfExists', '5', '6', false],
  ['DateLessThanIfExists', '2026-01-01T00:00:00Z', none, true],
  ['BoolIfExists', 'true', none, true],
  ['BoolIfExists', 'true', 'false', false],
  ['IpAddressIfExists', '10.0.0.0/8', none, true],
  ['IpAddressIfExists', '10.0.0.0/8', '11.0.0.1', false],
  ['ArnLikeIfExists', 'arn:aws:s3:::*', none, true],
  ['ArnEqualsIfExists', 'arn:aws:s3:::b', 'arn:aws:s3:::c', false],
];

const numbers: readonly Row[] = [
  ['NumericEquals', '10', '10', true],
  ['NumericEquals', 10, '10.0', true],
  ['NumericEquals', '10', '11', false],
  ['NumericEquals', '10', none, false],
  ['NumericEquals', ['1', '2'], '2', true],
  ['NumericNotEquals', '10', '11', true],
  ['NumericNotEquals', '10', '10', false],
  ['NumericNotEquals', '10', none, true],
  ['NumericLessThan', '10', '9', true],
  ['NumericLessThan', '10', '10', false],
  ['NumericLessThan', '10', '100', false],
  ['NumericLessThanEquals', '10', '10', true],
  ['NumericLessThanEquals', '10', '10.5', false],
  ['NumericGreaterThan', '10', '10', false],
  ['NumericGreaterThan', '9', '10', true],
  ['NumericGreaterThan', '-1', '0', true],
  ['NumericGreaterThanEquals', '10', '10', true],
  ['NumericGreaterThanEquals', '10', '9.99', false],
  ['NumericGreaterThan', '10', none, false],
];

const dates: readonly Row[] = [
  ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', true],
  ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00', true],
  ['DateEquals', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', false],
  ['DateEquals', '1767225600', '2026-01-01T00:00:00Z', true],
  ['DateNotEquals', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', true],
  ['DateNotEquals', '2026-01-01T00:00:00Z', none, true],
  ['DateLessThan', '2026-01-01T00:00:00Z', '2025-12-31T23:59:59Z', true],
  ['DateLessThan', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', false],
  ['DateLessThanEquals', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', true],
  ['DateGreaterThan', '2026-01-01T00:00:00Z', '2026-01-01T00:00:01Z', true],
  ['DateGreaterThan', '2026-01-01T00:00:00Z', '2025-01-01T00:00:01Z', false],
  ['DateGreaterThanEquals', '2026-01-01', '2026-01-01T00:00:00Z', true],
  ['DateLessThan', '2026-01-01T00:00:00Z', none, false],
];

const bools: readonly Row[] = [
  ['Bool', 'true', 'true', true],
  ['Bool', true, 'true', true],
  ['Bool', 'true', 'false', false],
  ['Bool', 'false', 'false', true],
  ['Bool', 'false', 'true', false],
  ['Bool', 'true', none, false],
  ['Bool', 'false', none, false],
  ['Bool', ['true', 'false'], 'true', true],
];

const binaries: readonly Row[] = [
  ['BinaryEquals', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', true],
  ['BinaryEquals', 'QmluYXJ5VmFsdWVJbkJhc2U2NA==', 'QUJD', false],
  ['BinaryEquals', 'QUJD', none, false],
];

const addresses: readonly Row[] = [
  ['IpAddress', '203.0.113.0/24', '203.0.113.9', true],
  ['IpAddress', '203.0.113.0/24', '203.0.114.9', false],
  ['IpAddress', '203.0.113.9', '203.0.113.9', true],
  ['IpAddress', '203.0.113.9', '203.0.113.10', false],
  ['IpAddress', '203.0.113.9/32', '203.0.113.9', true],
  ['IpAddress', '0.0.0.0/0', '8.8.8.8', true],
  ['IpAddress', ['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.200', true],
  ['IpAddress', '203.0.113.0/25', '203.0.113.128', false],
  ['IpAddress', '203.0.113.0/25', '203.0.113.127', true],
  ['IpAddress', '203.0.113.0/24', none, false],
  ['IpAddress', '2001:db8:1234:5678::/64', '2001:db8:1234:5678::1', true],
  ['IpAddress', '2001:db8:1234:5678::/64', '2001:db8:1234:5679::1', false],
  ['IpAddress', '2001:DB8::1', '2001:db8:0:0:0:0:0:1', true],
  ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
  ['NotIpAddress', '203.0.113.0/24', '203.0.113.9', false],
  ['NotIpAddress', '203.0.113.0/24', '198.51.100.1', true],
  ['NotIpAddress', '203.0.113.0/24', none, true],
  ['NotIpAddress', ['10.0.0.0/8', '203.0.113.0/24'], '10.1.2.3', false],
];

const topic = 'arn:aws:sns:eu-west-1:123456789012:jobs';

const arns: readonly Row[] = [
  ['ArnEquals', topic, topic, true],
  ['ArnEquals', 'arn:aws:sns:*:123456789012:*', topic, true],
  ['ArnEquals', 'arn:aws:sns:*:123456789012:x', topic, false],
  ['ArnLike', 'arn:aws:sns:*:*:jobs', topic, true],
  ['ArnLike', 'arn:aws:sns:eu-west-?:123456789012:jobs', topic, true],
  ['ArnLike', 'arn:aws:sns:eu-west-1:123456789012:j*', topic, true],
  ['ArnLike', 'arn:aws:sqs:*:*:jobs', topic, false],
  ['ArnLike', 'arn:aws:sns:*:1111:f/*', 'arn:aws:sns:eu:west:1111:f/a', false],
  ['ArnLike', topic, none, false],
  ['ArnNotEquals', topic, topic, false],
  ['ArnNotEquals', topic, `${topic}2`, true],
  ['ArnNotEquals', topic, none, true],
  ['ArnNotLike', 'arn:aws:sns:*:*:j*', topic, false],
  ['ArnNotLike', 'arn:aws:sns:*:*:x*', topic, true],
  ['ArnNotLike', 'arn:aws:sns:*:*:x*', none, true],
];

const nulls: readonly Row[] = [
  ['Null', 'true', none, true],
  ['Null', 'true', 'a', false],
  ['Null', 'false', none, false],
  ['Null', 'false', 'a', true],
  ['Null', true, none, true],
  ['Null', false, 'a', true],
];

const sets: readonly Row[] = [
  ['ForAllValues:StringEquals', ['a', 'b'], ['a'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'b'], true],
  ['ForAllValues:StringEquals', ['a', 'b'], ['a', 'c'], false],
  ['ForAllValues:StringEquals', ['a', 'b'], [], true],
  ['ForAllValues:StringEquals', ['a', 'b'], none, true],
  ['ForAllValues:StringLike', ['a*'], ['ab', 'ac'], true],
  ['ForAllValues:StringLike', ['a*'], ['ab', 'bc'], false],
  ['ForAllValues:StringNotEquals', ['a'], ['b', 'c'], true],
  ['ForAllValues:StringNotEquals', ['a'], ['a', 'c'], false],
  ['ForAllValues:StringNotEquals', ['a'], none, true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'b'], true],
  ['ForAnyValue:StringEquals', ['a', 'b'], ['c', 'd'], false],
  ['ForAnyValue:StringEquals', ['a'], none, false],
  ['ForAnyValue:StringEquals', ['a'], [], false],
  ['ForAnyValue:StringLike', ['a*'], ['x', 'ab'], true],
  ['ForAnyValue:StringLike', ['a*'], ['x', 'y'], false],
  ['ForAnyValue:StringNotEquals', ['a'], ['a', 'b'], true],
  ['ForAnyValue:StringNotEquals', ['a'], ['a'], false],
  ['ForAllValues:StringEquals', ['a'], 'a', true],
  ['ForAnyValue:StringEquals', ['a'], 'a', true],
  ['ForAllValues:StringEqualsIgnoreCase', ['A'], ['a'], true],
  ['ForAllValues:ArnLike', ['arn:aws:s3:::a*'], ['arn:aws:s3:::ab'], true],
];

const unknowns: readonly Row[] = [
  ['StringMatches', 'a', 'a', 'unknown'],
  ['StringEquals', [], 'a', 'unknown'],
  ['NumericEquals', 'ten', '10', 'unknown'],
  ['NullIfExists', 'true', none, 'unknown'],
];

const groups: readonly (readonly [
  name: string,
  line: string,
  cites: string,
  rows: readonly Row[],
])[] = [
  ['string', 'A5.3', page.operators, strings],
  ['if-exists', 'A5.2', page.operators, ifExists],
  ['numeric', 'A5.3', page.operators, numbers],
  ['date', 'A5.3', page.operators, dates],
  ['bool', 'A5.3', page.operators, bools],
  ['binary', 'A5.3', page.operators, binaries],
  ['address', 'A5.3', page.operators, addresses],
  ['arn', 'A5.3', page.operators, arns],
  ['null', 'A5.2', page.operators, nulls],
  ['set', 'A5.4', page.sets, sets],
  ['odd', 'A5.3', page.operators, unknowns],
];

export const cases: readonly Case[] = groups.flatMap(([name, line, cites, rows]) =>
  rows.map(([operator, values, value, holds], index): Case => {
    const given = value === undefined ? 'no value' : JSON.stringify(value);
    return {
      id: `condition-${name}-${String(index)}`,
      title: `${operator} ${JSON.stringify(values)} ${String(holds)} for ${given}`,
      line,
      cites,
      request: { ...read, ...(value !== undefined && { context: { 'x:Key': value } }) },
      policies: {
        identity: [
          doc(allow('s3:GetObject', '*', { Condition: { [operator]: { 'x:Key': values } } })),
        ],
      },
      expect: holds === 'unknown' ? 'unknown' : holds ? 'allowed' : 'implicitly-denied',
    };
  }),
);
