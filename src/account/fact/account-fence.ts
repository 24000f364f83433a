import type { Condition, Statement } from '../../model/policy.ts';
import { firmConditions } from '../../policy/binding/firm-conditions.ts';
import { parseOperator } from '../../policy/operator.ts';
import { isFixed } from './arn-pattern.ts';

/** Keys that tell whose the resource is, and what stands for the account's own in their values. */
const fences: ReadonlyMap<string, RegExp> = new Map([
  ['aws:resourceaccount', /^\$\{aws:PrincipalAccount\}$/i],
  ['s3:resourceaccount', /^\$\{aws:PrincipalAccount\}$/i],
  ['aws:resourceorgid', /^\$\{aws:PrincipalOrgID\}$/i],
  // The organisation comes first in a path, so that what follows may vary.
  ['aws:resourceorgpaths', /^(o-[a-z0-9]+|\$\{aws:PrincipalOrgID\})\/[^$]*$/i],
]);

/** Whether a condition of the statement holds for resources of named accounts or organisations alone. */
export function isFenced(statement: Statement): boolean {
  return firmConditions(statement).some(fencesOff);
}

function fencesOff({ operator, key, values }: Condition): boolean {
  const read = parseOperator(operator);
  const own = fences.get(key.toLowerCase());
  if (read === undefined || own === undefined || values.length === 0) return false;
  // For a request without the key these hold.
  if (read.negated || read.ifExists || read.set === 'all') return false;
  return (
    read.base.startsWith('String') && values.every((value) => isFixed(value) || own.test(value))
  );
}
