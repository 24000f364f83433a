import type { Condition, Policy } from '../../model/policy.ts';
import { parseOperator, type Operator } from '../../policy/operator.ts';
import type { Context } from '../context.ts';
import { maybe, no, not, yes, type Tri } from '../tri.ts';
import { baseTests } from './base-test.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import { nullTest } from './null.ts';
import type { ValueTest } from './value-test.ts';

/**
 * One operator on one key. Never `yes` or `no` for an operator that AWS does not know or for an
 * empty list of values, which the documentation says nothing about.
 */
export function compileCondition(source: Condition, version: Policy['version']): CompiledCondition {
  const key = source.key.toLowerCase();
  return { source, key, holds: holdsOf(source, key, version === '2012-10-17') };
}

function holdsOf(
  { operator: text, values }: Condition,
  key: string,
  variables: boolean,
): CompiledCondition['holds'] {
  const operator = parseOperator(text);
  if (operator === undefined || values.length === 0) return () => maybe;
  if (operator.base === 'Null') {
    if (operator.set !== 'none') return () => maybe;
    const test = nullTest(values);
    return (context) => test(context.get(key));
  }
  const test = baseTests[operator.base](values, variables);
  const combine = combiner(operator, operator.negated ? negation(test) : test);
  const missing = ifMissing(operator);
  return (context) => {
    const value = context.get(key);
    if (value === undefined || value.length === 0) return missing;
    return value === 'unknown' ? maybe : combine(value, context);
  };
}

/** What holds for a key that the request does not carry, or carries as an empty set. */
function ifMissing({ set, ifExists, negated }: Operator): Tri {
  switch (set) {
    case 'all':
      return yes;
    case 'any':
      // IAM says of ForAnyValue that a missing key is false, of IfExists that it is true.
      return ifExists ? maybe : no;
    case 'none':
      return ifExists || negated ? yes : no;
  }
}

function negation(test: ValueTest): ValueTest {
  return (value, context) => not(test(value, context));
}

type Combine = (values: readonly string[], context: Context) => Tri;

function combiner({ set }: Operator, test: ValueTest): Combine {
  switch (set) {
    case 'all':
      return allValues(test);
    case 'any':
      return anyValue(test);
    case 'none':
      return agreement(test);
  }
}

function allValues(test: ValueTest): Combine {
  return (values, context) => {
    let worst: Tri = yes;
    for (const value of values) {
      const holds = test(value, context);
      if (holds < worst) worst = holds;
    }
    return worst === no && isNullSet(values) ? maybe : worst;
  };
}

function anyValue(test: ValueTest): Combine {
  return (values, context) => {
    let best: Tri = no;
    for (const value of values) {
      const holds = test(value, context);
      if (holds > best) best = holds;
    }
    return best === yes && isNullSet(values) ? maybe : best;
  };
}

/** IAM names the empty string as an example of a set without values, but not when it is one. */
function isNullSet(values: readonly string[]): boolean {
  return values.length === 1 && values[0] === '';
}

/** Several values where IAM wants one: sure only if it does not matter which is looked at. */
function agreement(test: ValueTest): Combine {
  return (values, context) => {
    let agreed: Tri | undefined;
    for (const value of values) {
      const holds = test(value, context);
      if (agreed !== undefined && holds !== agreed) return maybe;
      agreed = holds;
    }
    return agreed ?? maybe;
  };
}
