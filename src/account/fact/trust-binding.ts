import type { Condition, Statement } from '../../model/policy.ts';
import { parseOperator, type Operator } from '../../policy/operator.ts';
import { accountOfPattern } from '../../policy/binding/arn-account.ts';
import { firmConditions } from '../../policy/binding/firm-conditions.ts';

/** Why the source conditions of a trust statement do or do not tie it to one account. */
export type SourceBinding =
  | { readonly bound: true }
  /** `got` says in words what stands there instead. */
  | { readonly bound: false; readonly got: string };

/**
 * True iff a service may assume the role only when it acts for a resource of `accountId`: every
 * value of `aws:SourceAccount` is that account, or every value of `aws:SourceArn` lies in it. A form
 * that also holds without the key (`IfExists`, `ForAllValues`, a negated operator) does not bind,
 * unless a `Null` demands the key.
 */
export function sourceBinding(statement: Statement, accountId: string): SourceBinding {
  const isSource = (one: Condition) => sourceKey(one) !== undefined;
  const sources = statement.conditions.filter(isSource);
  const firm = firmConditions(statement).filter(isSource);
  if (firm.some((one) => binds(one, accountId))) return { bound: true };
  if (sources.length === 0) return { bound: false, got: 'no condition on the source' };
  return { bound: false, got: sources.map(words).join('; ') };
}

function binds(condition: Condition, accountId: string): boolean {
  const operator = parseOperator(condition.operator);
  if (operator === undefined || operator.ifExists || operator.negated) return false;
  if (operator.set === 'all' || condition.values.length === 0) return false;
  return condition.values.every((value) => accountOf(condition, value, operator) === accountId);
}

function accountOf(condition: Condition, value: string, operator: Operator): string | undefined {
  switch (operator.base) {
    case 'StringEquals':
    case 'StringEqualsIgnoreCase':
    case 'StringLike':
      return sourceKey(condition) === 'account' ? value : accountOfPattern(value, operator);
    case 'ArnEquals':
    case 'ArnLike':
      return sourceKey(condition) === 'arn' ? accountOfPattern(value, operator) : undefined;
    default:
      return undefined;
  }
}

function sourceKey(condition: Condition): 'account' | 'arn' | undefined {
  const key = condition.key.toLowerCase();
  if (key === 'aws:sourceaccount') return 'account';
  return key === 'aws:sourcearn' ? 'arn' : undefined;
}

function words({ operator, key, values }: Condition): string {
  return `${operator} ${key} = ${values.join(', ')}`;
}
