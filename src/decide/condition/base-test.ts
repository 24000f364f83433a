import type { Operator } from '../../policy/operator.ts';
import { arnLike } from './arn-like.ts';
import { binary } from './binary.ts';
import { bool } from './bool.ts';
import { date } from './date.ts';
import { ipAddress } from './ip-address.ts';
import { numeric } from './numeric.ts';
import { stringEquals, stringEqualsIgnoreCase } from './string-equals.ts';
import { stringLike } from './string-like.ts';
import type { ValueTest } from './value-test.ts';

type Compile = (values: readonly string[], variables: boolean) => ValueTest;

/** A negated operator is compiled as its positive one; the caller turns the answer round. */
export const baseTests: { readonly [B in Exclude<Operator['base'], 'Null'>]: Compile } = {
  StringEquals: stringEquals,
  StringNotEquals: stringEquals,
  StringEqualsIgnoreCase: stringEqualsIgnoreCase,
  StringNotEqualsIgnoreCase: stringEqualsIgnoreCase,
  StringLike: stringLike,
  StringNotLike: stringLike,
  NumericEquals: (values) => numeric(values, 'Equals'),
  NumericNotEquals: (values) => numeric(values, 'Equals'),
  NumericLessThan: (values) => numeric(values, 'LessThan'),
  NumericLessThanEquals: (values) => numeric(values, 'LessThanEquals'),
  NumericGreaterThan: (values) => numeric(values, 'GreaterThan'),
  NumericGreaterThanEquals: (values) => numeric(values, 'GreaterThanEquals'),
  DateEquals: (values) => date(values, 'Equals'),
  DateNotEquals: (values) => date(values, 'Equals'),
  DateLessThan: (values) => date(values, 'LessThan'),
  DateLessThanEquals: (values) => date(values, 'LessThanEquals'),
  DateGreaterThan: (values) => date(values, 'GreaterThan'),
  DateGreaterThanEquals: (values) => date(values, 'GreaterThanEquals'),
  Bool: bool,
  BinaryEquals: binary,
  IpAddress: ipAddress,
  NotIpAddress: ipAddress,
  ArnEquals: arnLike,
  ArnNotEquals: arnLike,
  ArnLike: arnLike,
  ArnNotLike: arnLike,
};
