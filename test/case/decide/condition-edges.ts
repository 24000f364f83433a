import type { JsonValue } from '../../../src/model/json.ts';
import type { ContextValue } from '../../../src/decide/context.ts';
import { conditionCasesOf, type ConditionRow } from './build.ts';
import { page, type Case } from './case.ts';

// Edges of each operator: IfExists of every family, lists under negation, ranges, parts of ARNs.

/** Operator, the policy's values, the request's value (undefined: none), whether it holds. */
type Row = readonly [string, JsonValue, ContextValue | undefined, boolean];

const none = undefined;
const noon = '2026-03-01T12:00:00Z';

const ifExists: readonly Row[] = [
  ['StringEqualsIgnoreCaseIfExists', 'A', none, true],
  ['StringEqualsIgnoreCaseIfExists', 'A', 'b', false],
  ['StringNotEqualsIgnoreCaseIfExists', 'A', none, true],
  ['StringNotEqualsIgnoreCaseIfExists', 'A', 'a', false],
  ['StringNotLikeIfExists', 'a*', none, true],
  ['StringNotLikeIfExists', 'a*', 'ab', false],
  ['NumericEqualsIfExists', '5', none, true],
  ['NumericEqualsIfExists', '5', '6', false],
  ['NumericNotEqualsIfExists', '5', '5', false],
  ['NumericGreaterThanEqualsIfExists', '5', '4', false],
  ['DateGreaterThanIfExists', noon, none, true],
  ['DateGreaterThanIfExists', noon, noon, false],
  ['BinaryEqualsIfExists', 'QUJD', none, true],
  ['BinaryEqualsIfExists', 'QUJD', 'QUJE', false],
  ['NotIpAddressIfExists', '10.0.0.0/8', none, true],
  ['NotIpAddressIfExists', '10.0.0.0/8', '10.0.0.1', false],
  ['ArnNotLikeIfExists', 'arn:aws:s3:::a*', none, true],
  ['ArnNotEqualsIfExists', 'arn:aws:s3:::a', 'arn:aws:s3:::a', false],
];

const lists: readonly Row[] = [
  ['StringEqualsIgnoreCase', ['A', 'B'], 'b', true],
  ['StringNotEqualsIgnoreCase', ['A', 'B'], 'b', false],
  ['StringNotEqualsIgnoreCase', ['A', 'B'], 'c', true],
  ['StringNotLike', ['a*', 'b*'], 'c', true],
  ['NumericNotEquals', ['1', '2'], '2', false],
  ['NumericNotEquals', ['1', '2'], '3', true],
  ['NumericGreaterThan', ['10', '5'], '7', true],
  ['NumericLessThan', ['1', '5'], '5', false],
  ['DateNotEquals', [noon, '2026-03-02T12:00:00Z'], '2026-03-02T12:00:00Z', false],
  ['DateLessThan', ['2026-01-01T00:00:00Z', noon], '2026-02-01T00:00:00Z', true],
  ['BinaryEquals', ['QUJD', 'QUJE'], 'QUJE', true],
  ['NotIpAddress', ['10.0.0.0/8', '172.16.0.0/12'], '172.31.255.255', false],
  ['NotIpAddress', ['10.0.0.0/8', '172.16.0.0/12'], '172.32.0.0', true],
  ['ArnNotLike', ['arn:aws:s3:::a*', 'arn:aws:s3:::b*'], 'arn:aws:s3:::bc', false],
  ['ArnNotLike', ['arn:aws:s3:::a*', 'arn:aws:s3:::b*'], 'arn:aws:s3:::cd', true],
  ['Bool', ['false'], 'true', false],
];

const texts: readonly Row[] = [
  ['StringLike', '*', '', true],
  ['StringLike', '?', '', false],
  ['StringLike', '**', 'abc', true],
  ['StringLike', '*?', '', false],
  ['StringLike', 'a*b*c', 'a-bb-c', true],
  ['StringLike', 'a*b*c', 'a-c-b', false],
  ['StringLike', 'a/*', 'a/b/c', true],
  ['StringLike', '??-west-?', 'eu-west-1', true],
  ['StringLike', '??-west-?', 'us-gov-west-1', false],
  ['StringLike', 'a.c', 'abc', false],
  ['StringLike', '[ab]', 'a', false],
  ['StringEquals', '', '', true],
  ['StringEquals', '', none, false],
  ['StringEquals', 'a?', 'ab', false],
  ['StringNotEquals', 'a*', 'ab', true],
];

const numbers: readonly Row[] = [
  ['NumericEquals', '0.5', '0.50', true],
  ['NumericEquals', '-5', '-5.0', true],
  ['NumericLessThan', '-1', '-2', true],
  ['NumericLessThan', '100', '20', true],
  ['NumericGreaterThanEquals', '86400', '86400', true],
  ['NumericLessThan', '0.3', '0.29', true],
];

const dates: readonly Row[] = [
  ['DateEquals', '2026-03-01', '2026-03-01T00:00:00Z', true],
  ['DateEquals', '2026-03-01T12:00Z', noon, true],
  ['DateEquals', '2026-03-01T14:00:00+02:00', noon, true],
  ['DateGreaterThan', '2026-03-01T07:00:00-05:00', noon, false],
  ['DateGreaterThanEquals', 1772366400, noon, true],
  ['DateLessThan', '1772366400', '1772366399', true],
  ['DateLessThanEquals', noon, '2026-03-01T12:00:00.001Z', false],
];

const addresses: readonly Row[] = [
  ['IpAddress', '203.0.113.4/31', '203.0.113.5', true],
  ['IpAddress', '203.0.113.4/31', '203.0.113.6', false],
  ['IpAddress', '128.0.0.0/1', '127.255.255.255', false],
  ['IpAddress', '128.0.0.0/1', '255.255.255.255', true],
  ['IpAddress', '2001:db8::1/128', '2001:db8::1', true],
  ['IpAddress', '2001:db8::1', '2001:db8::2', false],
  ['IpAddress', '2001:db8::/33', '2001:db8:8000::', false],
  ['IpAddress', '::/0', '2001:db8::1', true],
  ['NotIpAddress', '2001:db8::/32', '2001:db8:ffff::1', false],
  ['NotIpAddress', '203.0.113.0/24', '2001:db8::1', true],
];

const own = 'arn:aws:iam::111122223333:role';
const secret = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:hub-AbCdEf';
const alias = 'arn:aws:lambda:eu-west-1:111122223333:function:train:prod';

const arns: readonly Row[] = [
  ['ArnLike', `${own}/*`, `${own}/ml/Train`, true],
  ['ArnLike', `${own}/Train`, `${own}/ml/Train`, false],
  ['ArnLike', `${own}/Train`, `${own}/train`, false],
  ['ArnLike', `${own}/Train?`, `${own}/Train`, false],
  ['ArnLike', 'arn:aws:secretsmanager:*:*:secret:hub-*', secret, true],
  ['ArnLike', 'arn:aws:secretsmanager:*:*:secret:hub', secret, false],
  ['ArnLike', 'arn:aws:lambda:*:*:function:train', alias, false],
  ['ArnLike', 'arn:aws:lambda:*:*:function:train:*', alias, true],
  ['ArnLike', 'arn:*:s3:::models', 'arn:aws-cn:s3:::models', true],
  ['ArnLike', 'arn:aws:s3:::*-logs', 'arn:aws:s3:::train-logs', true],
  ['ArnLike', 'arn:aws:iam::*:role/Train', `${own}/Train`, true],
  ['ArnEquals', 'arn:aws:iam::11112222333?:role/*', `${own}/Train`, true],
  ['ArnLike', 'arn:aws:iam:*:*:role/Train', `${own}/Train`, true],
];

const groups: readonly (readonly [name: string, line: string, rows: readonly Row[]])[] = [
  ['if-exists', 'A5.2', ifExists],
  ['list', 'A5.1', lists],
  ['text', 'A5.3', texts],
  ['number', 'A5.3', numbers],
  ['time', 'A5.3', dates],
  ['range', 'A5.3', addresses],
  ['part', 'A5.3', arns],
];

export const cases: readonly Case[] = groups.flatMap(([name, line, rows]) =>
  rows.map(rowOf).flatMap(conditionCasesOf(`edge-${name}`, line, page.operators)),
);

function rowOf([operator, values, value, holds]: Row, index: number): ConditionRow {
  const given = value === undefined ? 'no value' : JSON.stringify(value);
  const title = `${operator} ${JSON.stringify(values)} ${String(holds)} for ${given}`;
  const context = value === undefined ? {} : { 'x:Key': value };
  return [String(index), title, { [operator]: { 'x:Key': values } }, context, holds];
}
