/** A condition operator taken apart. */
export interface Operator {
  readonly base: BaseOperator;
  /** `ForAllValues` holds for a missing key, `ForAnyValue` does not. */
  readonly set: 'all' | 'any' | 'none';
  /** Holds when the key is missing. */
  readonly ifExists: boolean;
  /** A negated operator holds when the key is missing. */
  readonly negated: boolean;
}

const baseOperators = {
  StringEquals: 'positive',
  StringNotEquals: 'negated',
  StringEqualsIgnoreCase: 'positive',
  StringNotEqualsIgnoreCase: 'negated',
  StringLike: 'positive',
  StringNotLike: 'negated',
  NumericEquals: 'positive',
  NumericNotEquals: 'negated',
  NumericLessThan: 'positive',
  NumericLessThanEquals: 'positive',
  NumericGreaterThan: 'positive',
  NumericGreaterThanEquals: 'positive',
  DateEquals: 'positive',
  DateNotEquals: 'negated',
  DateLessThan: 'positive',
  DateLessThanEquals: 'positive',
  DateGreaterThan: 'positive',
  DateGreaterThanEquals: 'positive',
  Bool: 'positive',
  BinaryEquals: 'positive',
  IpAddress: 'positive',
  NotIpAddress: 'negated',
  ArnEquals: 'positive',
  ArnNotEquals: 'negated',
  ArnLike: 'positive',
  ArnNotLike: 'negated',
  Null: 'positive',
} as const;

type BaseOperator = keyof typeof baseOperators;

/** `undefined` when AWS knows no such operator. `Null` takes no `IfExists`. */
export function parseOperator(text: string): Operator | undefined {
  const match = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(text);
  const base = match?.[2];
  if (base === undefined || !isBaseOperator(base)) return undefined;
  const ifExists = match?.[3] !== undefined;
  if (base === 'Null' && ifExists) return undefined;
  return { base, set: setOf(match?.[1]), ifExists, negated: baseOperators[base] === 'negated' };
}

function setOf(prefix: string | undefined): Operator['set'] {
  if (prefix === undefined) return 'none';
  return prefix === 'ForAllValues' ? 'all' : 'any';
}

function isBaseOperator(text: string): text is BaseOperator {
  return Object.hasOwn(baseOperators, text);
}
