import { expect } from 'chai';
import { compileCondition } from '../../src/decide/condition/compile-condition.ts';
import type { Context, KeyValue } from '../../src/decide/context.ts';
import type { Policy } from '../../src/model/policy.ts';

/** Operator, values of the policy, value of the request's key, what holds. */
export type ConditionRow = readonly [
  operator: string,
  values: readonly string[],
  actual: KeyValue,
  holds: 'yes' | 'no' | 'maybe',
];

export type Keys = { readonly [key: string]: KeyValue };

/** A context of keys that may be unknown. */
export function keys(values: Keys): Context {
  return { get: (key) => values[key] };
}

/** One test for every row, on the key `aws:Key`. `others` are the request's other keys. */
export function testRows(
  rows: readonly ConditionRow[],
  others: Keys = {},
  version: Policy['version'] = '2012-10-17',
): void {
  for (const [operator, values, actual, holds] of rows) {
    const request = actual === undefined ? 'no value' : JSON.stringify(actual);
    it(`${holds}: ${operator} ${JSON.stringify(values)} for ${request}`, () => {
      const condition = compileCondition({ operator, key: 'aws:Key', values }, version);
      const tri = condition.holds(keys({ ...others, 'aws:key': actual }));
      expect((['no', 'maybe', 'yes'] as const)[tri]).to.equal(holds);
    });
  }
}
