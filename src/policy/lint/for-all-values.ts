import { conditionKeyFacts } from '../../facts/condition-keys.ts';
import type { Condition } from '../../model/policy.ts';
import { parseOperator } from '../operator.ts';
import { eachStatement, warning, type Check } from './finding.ts';

/** ForAllValues holds for a request that does not carry the key. */
export const forAllValues: Check = eachStatement((statement, { at }) => {
  if (statement.effect !== 'Allow') return [];
  const demanded = new Set(
    statement.conditions.filter(demandsKey).map(({ key }) => key.toLowerCase()),
  );
  return statement.conditions
    .filter((one) => isForAll(one) && !demanded.has(one.key.toLowerCase()))
    .map(({ operator, key }) =>
      warning(
        'for-all-values-without-null',
        at(statement, 'Condition', operator, key),
        `${operator} also holds when the request does not carry ${key}; add "Null": { "${key}": "false" } beside it`,
      ),
    );
});

/** Keys with one value are a finding of their own. */
function isForAll({ operator, key }: Condition): boolean {
  return parseOperator(operator)?.set === 'all' && conditionKeyFacts(key)?.multivalued !== false;
}

/** A `Null` that wants the key, or another operator that holds for no request without it. */
function demandsKey({ operator, values }: Condition): boolean {
  const read = parseOperator(operator);
  if (read === undefined) return false;
  if (read.base === 'Null') return values.every((one) => one.toLowerCase() === 'false');
  return !read.ifExists && read.set !== 'all' && (read.set === 'any' || !read.negated);
}
