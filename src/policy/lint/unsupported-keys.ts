import { actionFacts } from '../../facts/action-facts.ts';
import { fitsKey } from '../../facts/condition-keys.ts';
import type { Condition, Statement } from '../../model/policy.ts';
import { parseOperator } from '../operator.ts';
import { eachStatement, named, warning, type Check } from './finding.ts';

/** Keys that an action does not support are missing from its requests, so the condition is idle. */
export const unsupportedKeys: Check = eachStatement((statement, { at }) => {
  if (statement.conditions.length === 0) return [];
  const actions = exactActions(statement);
  return statement.conditions.flatMap((condition) => {
    const { key, operator } = condition;
    if (isGlobalKey(key)) return [];
    const idle = actions.filter((action) => !supportsKey(action, key));
    if (idle.length === 0) return [];
    const message = `${key} is not supported by ${named(idle)}: such requests never carry the key, so ${idleness(condition, statement)}; move what does not support it to a statement of its own`;
    return [warning('unsupported-key', at(statement, 'Condition', operator, key), message)];
  });
});

function exactActions({ action }: Statement): readonly string[] {
  if (action.not) return [];
  return [...new Set(action.values)].filter((value) => actionFacts(value) !== undefined);
}

/** False only where the reference knows that no request for the action carries the key. */
export function supportsKey(action: string, key: string): boolean {
  if (isGlobalKey(key)) return true;
  const [service = ''] = key.toLowerCase().split(':');
  // Keys of other services, of identity providers and the like are not the action's own.
  if (service !== 'aws' && service !== action.toLowerCase().split(':')[0]) return true;
  return actionFacts(action)?.conditionKeys.some((known) => fitsKey(known, key)) === true;
}

function idleness(condition: Condition, { effect }: Statement): string {
  return holdsWithoutKey(condition)
    ? `the condition always holds for them, and does not narrow the ${effect}`
    : `the condition never holds for them, and the ${effect} does nothing`;
}

/** Global keys are every action's, but those of tags. */
function isGlobalKey(key: string): boolean {
  return /^aws:(?!requesttag|resourcetag|tagkeys)/i.test(key);
}

/** Whether the condition holds for a request that does not carry the key. */
export function holdsWithoutKey({ operator, values }: Condition): boolean {
  const read = parseOperator(operator);
  if (read === undefined) return false;
  if (read.base === 'Null') return values.some((value) => value.toLowerCase() === 'true');
  return read.ifExists || read.set === 'all' || (read.negated && read.set === 'none');
}
