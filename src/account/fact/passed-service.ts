import type { Condition, Statement } from '../../model/policy.ts';
import { firmConditions } from '../../policy/binding/firm-conditions.ts';
import { parseOperator } from '../../policy/operator.ts';

/** Whether a condition holds only where the role is passed to one of these services. */
export function passesOnlyTo(statement: Statement, services: readonly string[]): boolean {
  return firmConditions(statement).some((condition) => namesOnly(condition, services));
}

function namesOnly({ operator, key, values }: Condition, services: readonly string[]): boolean {
  const read = parseOperator(operator);
  if (key.toLowerCase() !== 'iam:passedtoservice' || read === undefined) return false;
  if (read.negated || read.ifExists || read.set === 'all' || values.length === 0) return false;
  return read.base.startsWith('String') && values.every((value) => services.includes(value));
}
