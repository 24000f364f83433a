import type { Condition, Statement } from '../../model/policy.ts';
import { parseOperator, type Operator } from '../operator.ts';
import { bindingKeys, openKeys } from './binding-keys.ts';
import { firmConditions } from './firm-conditions.ts';

/**
 * Whether a condition keeps strangers out. `binds`: only callers named by fixed values get through;
 * `open`: anyone can meet it; `unclear`: we do not know the key or the form.
 */
export type Binding = 'binds' | 'open' | 'unclear';

/** Conditions are joined by AND, so one that binds is enough. */
export function statementBinding(statement: Statement): Binding {
  const each = firmConditions(statement).map(conditionBinding);
  if (each.includes('binds')) return 'binds';
  return each.includes('unclear') ? 'unclear' : 'open';
}

export function conditionBinding(condition: Condition): Binding {
  const operator = parseOperator(condition.operator);
  if (operator === undefined || condition.values.length === 0) return 'unclear';
  const key = condition.key.toLowerCase();
  // These all hold for a caller in whose request the key is missing, so nobody is kept out.
  if (operator.ifExists || operator.set === 'all') return knownKey(key) ? 'open' : 'unclear';
  if (operator.negated) return knownKey(key) ? 'open' : 'unclear';
  if (operator.base === 'Null') return 'open';
  return valuesBinding(condition, key, operator);
}

/** Values of one key are joined by OR, so every one of them has to bind. */
function valuesBinding(condition: Condition, key: string, operator: Operator): Binding {
  const judge = bindingKeys.get(key);
  if (judge === undefined) return isOpenKey(key) ? 'open' : 'unclear';
  const each = condition.values.map((value) => judge(value, operator));
  if (each.includes('open')) return 'open';
  return each.includes('unclear') ? 'unclear' : 'binds';
}

function knownKey(key: string): boolean {
  return bindingKeys.has(key) || isOpenKey(key);
}

function isOpenKey(key: string): boolean {
  return openKeys.some((one) => (one.endsWith('/') ? key.startsWith(one) : key === one));
}
